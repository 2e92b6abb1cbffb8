package org.doorstep.server.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.log.StoredEvent;
import org.doorstep.dispatch.shell.record.RecordFault;
import org.doorstep.handover.outbox.Address;
import org.doorstep.handover.outbox.MessageState;
import org.doorstep.handover.outbox.Obligation;
import org.doorstep.handover.outbox.Outbox;
import org.doorstep.handover.outbox.OutboxEntry;
import org.doorstep.handover.outbox.OutgoingMessage;
import org.doorstep.handover.referral.ReferralMessage.Step;
import org.doorstep.handover.referral.ReferralTranslator;
import org.doorstep.server.delivery.Warnings.Warning;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts into the outbox what hospitals with a system of their own are told of pre-alerts: the first
 * is a request, a second to the same hospital an update of it, and where the patient does not come
 * any more the request is called off. All other hospitals have their page.
 */
final class OutgoingWarnings implements MessageProjection.Obligations {
  private static final Logger LOG = LoggerFactory.getLogger(OutgoingWarnings.class);
  private static final byte[] UNWRITTEN = "{}".getBytes(StandardCharsets.UTF_8);

  private final AreaLog log;
  private final ServiceDirectory services;
  private final Set<ServiceId> receivers;
  private final Outbox outbox;
  private final Writing writing;

  /**
   * Who writes them, and who knows when a crew arrives.
   *
   * @param expected asked when a message is written
   */
  record Writing(Referrals referrals, ReferralTranslator translator, ExpectedArrival expected) {}

  /**
   * Warnings of one area.
   *
   * @param receivers hospitals, among others, that take messages over HTTP
   */
  OutgoingWarnings(
      AreaLog log,
      ServiceDirectory services,
      Set<ServiceId> receivers,
      Outbox outbox,
      Writing writing) {
    this.log = log;
    this.services = services;
    this.receivers = Set.copyOf(receivers);
    this.outbox = outbox;
    this.writing = writing;
  }

  @Override
  public void meet(StoredEvent stored) throws LogFault {
    LoggedEvent logged = stored.logged();
    if (receivers.isEmpty() || !(logged.event() instanceof CareEvent event)) {
      return;
    }
    Optional<PatientId> patient = Warnings.findPatient(event);
    if (patient.isPresent()) {
      meet(patient.get(), logged);
    }
  }

  private void meet(PatientId patient, LoggedEvent logged) throws LogFault {
    List<StoredEvent> history = log.history(patient.incident());
    CaseFile before = CaseFile.read(history, patient, logged.sequence() - 1);
    CaseFile after = CaseFile.read(history, patient, logged.sequence());
    Optional<Warning> old = before.warning();
    Optional<Warning> now = after.warning();
    boolean goesOn = old.map(Warning::opened).equals(now.map(Warning::opened));
    if (old.isPresent() && !goesOn) {
      tell(before, old.get(), Step.CANCEL, logged);
    }
    if (now.isPresent() && !now.equals(old)) {
      tell(after, now.get(), goesOn ? Step.UPDATE : Step.NEW, logged);
    }
  }

  private void tell(CaseFile file, Warning warning, Step step, LoggedEvent logged) {
    Optional<Service> to = services.find(warning.hospital());
    if (to.isEmpty() || !receivers.contains(warning.hospital())) {
      return;
    }
    UUID request = Referrals.referralId(log.epoch(), warning.opened());
    overtake(request, step, warning.updates());
    String area = log.area().value();
    OutgoingMessage message =
        new OutgoingMessage(
            Referrals.warningId(request, step, warning.updates()),
            CaseRecords.reference(file, area),
            OutgoingMessage.Kind.PRE_ALERT,
            new Address(OutgoingMessages.CHANNEL, warning.hospital().value()),
            // One choice may call one hospital off and warn the next.
            new Obligation(area, logged.sequence(), step == Step.CANCEL ? 0 : 1));
    enqueue(
        message,
        () ->
            writing
                .translator()
                .write(
                    writing
                        .referrals()
                        .warn(
                            file,
                            warning,
                            to.get(),
                            step,
                            logged.at(),
                            expected(file, to.get(), logged.at()))));
  }

  private Optional<Instant> expected(CaseFile file, Service to, Instant at) {
    return writing.expected().find(file.crewsGone(), to).map(at::plus);
  }

  /** What only a person could get further says less than the message behind it. */
  private void overtake(UUID request, Step step, int updates) {
    if (step == Step.NEW) {
      return;
    }
    int last = step == Step.UPDATE ? updates - 1 : updates;
    for (int number = 0; number <= last; number++) {
      UUID earlier = Referrals.warningId(request, number == 0 ? Step.NEW : Step.UPDATE, number);
      boolean stuck =
          outbox
              .find(earlier)
              .map(OutboxEntry::state)
              .filter(state -> state == MessageState.REFUSED || state == MessageState.DEAD)
              .isPresent();
      if (stuck) {
        var unused = outbox.handOver(earlier, "overtaken");
      }
    }
  }

  /** What cannot be written is kept all the same, so that somebody sees that it cannot leave. */
  private void enqueue(OutgoingMessage message, Supplier<byte[]> body) {
    byte[] bytes;
    try {
      bytes = body.get();
    } catch (RecordFault e) {
      if (e.getCause() != null) {
        throw e;
      }
      bytes = unwritten(message, e);
    } catch (IllegalArgumentException | IllegalStateException | NoSuchElementException e) {
      bytes = unwritten(message, e);
    }
    var unused = outbox.enqueue(message, bytes);
  }

  private static byte[] unwritten(OutgoingMessage message, RuntimeException e) {
    LOG.error("The pre-alert ({}) cannot be written: {}", message.id(), e.getMessage());
    return UNWRITTEN;
  }
}
