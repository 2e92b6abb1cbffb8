package org.doorstep.server.delivery;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.CareEvent.HandedOverByHand;
import org.doorstep.dispatch.event.CareEvent.HandoverRedirected;
import org.doorstep.dispatch.event.CareEvent.HandoverSigned;
import org.doorstep.dispatch.event.CareEvent.PracticeAnswered;
import org.doorstep.dispatch.event.CareEvent.ReferralCancelled;
import org.doorstep.dispatch.event.CareEvent.ReferralExpired;
import org.doorstep.dispatch.event.CareEvent.ReferralOffered;
import org.doorstep.dispatch.event.CorrectionEvent.HandoverAmended;
import org.doorstep.dispatch.event.CorrectionEvent.HandoverRetracted;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.log.StoredEvent;
import org.doorstep.dispatch.shell.record.RecordFault;
import org.doorstep.dispatch.shell.reference.Directory;
import org.doorstep.dispatch.shell.reference.LetterReceiver;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.letter.LetterTranslator;
import org.doorstep.handover.outbox.Address;
import org.doorstep.handover.outbox.Obligation;
import org.doorstep.handover.outbox.Outbox;
import org.doorstep.handover.outbox.OutgoingMessage;
import org.doorstep.handover.outbox.OutgoingMessage.Kind;
import org.doorstep.handover.practice.InboxChannel;
import org.doorstep.handover.referral.ReferralMessage.Step;
import org.doorstep.handover.referral.ReferralTranslator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts into the outbox what events call for: letters to practices, and offers to those services
 * that take messages. A letter that cannot be written is reported as one that cannot be delivered,
 * so that a person finds another way.
 */
final class OutgoingMessages implements MessageProjection.Obligations {
  /** By what addresses of other systems are named; they go on with the service's name. */
  static final String CHANNEL = "bars";

  private static final Logger LOG = LoggerFactory.getLogger(OutgoingMessages.class);

  private final AreaLog log;
  private final Directory directory;
  private final Set<ServiceId> receivers;
  private final Outbox outbox;
  private final Writers writers;
  private final DeliveryReports reports;

  /** Those who write messages. */
  record Writers(
      Letters letters,
      LetterTranslator letterTranslator,
      Referrals referrals,
      ReferralTranslator referralTranslator) {}

  /**
   * Messages of one area.
   *
   * @param receivers services and practices that take messages over HTTP
   */
  OutgoingMessages(
      AreaLog log,
      Directory directory,
      Set<ServiceId> receivers,
      Outbox outbox,
      Writers writers,
      DeliveryReports reports) {
    this.log = log;
    this.directory = directory;
    this.receivers = Set.copyOf(receivers);
    this.outbox = outbox;
    this.writers = writers;
    this.reports = reports;
  }

  @Override
  public void meet(StoredEvent stored) throws LogFault {
    LoggedEvent logged = stored.logged();
    if (logged.event() instanceof HandoverAmended each) {
      settle(each.patient(), logged);
      letter(each.patient(), logged);
    } else if (logged.event() instanceof HandoverRetracted each) {
      settle(each.patient(), logged);
      withdraw(each, logged);
    } else if (logged.event() instanceof CareEvent event) {
      meet(event, logged);
    }
  }

  private void meet(CareEvent event, LoggedEvent logged) throws LogFault {
    if (event instanceof HandoverSigned each) {
      letter(each.patient(), logged);
    } else if (event instanceof HandoverRedirected each) {
      settle(each.patient(), logged);
      letter(each.patient(), logged);
    } else if (event instanceof PracticeAnswered each) {
      letter(each.patient(), logged);
    } else if (event instanceof HandedOverByHand each) {
      settle(each.patient(), logged);
    } else if (event instanceof ReferralOffered each) {
      referral(each.patient(), each.referral(), Step.NEW, logged);
    } else if (event instanceof ReferralCancelled each) {
      referral(each.patient(), each.referral(), Step.CANCEL, logged);
    } else if (event instanceof ReferralExpired each) {
      referral(each.patient(), each.referral(), Step.CANCEL, logged);
    }
  }

  private void letter(PatientId patient, LoggedEvent logged) throws LogFault {
    CaseFile file = file(patient, logged.sequence());
    CaseFile.Signed signed = file.signed().orElseThrow();
    Optional<ServiceId> to = signed.terms().practice();
    if (to.isEmpty()) {
      // The area has it down as undeliverable already.
      return;
    }
    UUID id = letterId(logged.sequence());
    Optional<UUID> replaces = signed.more().replaced().map(this::letterId);
    enqueue(
        message(file, logged, Kind.HANDOVER, id, address(to.get())),
        () ->
            writers
                .letterTranslator()
                .write(writers.letters().write(id, file, signed, receiver(to.get()), replaces)));
    signed.terms().copyTo().ifPresent(practice -> copy(file, signed, practice, logged));
  }

  private void copy(CaseFile file, CaseFile.Signed signed, ServiceId practice, LoggedEvent logged) {
    UUID id = DerivedId.of("handover-copy", letterId(logged.sequence()).toString());
    OutgoingMessage message =
        new OutgoingMessage(
            id,
            CaseRecords.reference(file, log.area().value()),
            Kind.HANDOVER_COPY,
            address(practice),
            new Obligation(log.area().value(), logged.sequence(), 1));
    enqueue(
        message,
        () ->
            writers
                .letterTranslator()
                .write(writers.letters().copy(id, file, signed, receiver(practice))));
  }

  /** Whoever was sent the letter, or a copy of it, is told not to use it. */
  private void withdraw(HandoverRetracted event, LoggedEvent logged) throws LogFault {
    CaseFile before = file(event.patient(), logged.sequence() - 1);
    Optional<CaseFile.Signed> signed = before.signed();
    if (signed.isEmpty()) {
      return;
    }
    UUID letter = letterId(signed.get().asked());
    HandoverTerms terms = signed.get().terms();
    terms.practice().ifPresent(to -> withdraw(before, event, logged, to, letter, 0));
    UUID copy = DerivedId.of("handover-copy", letter.toString());
    terms.copyTo().ifPresent(to -> withdraw(before, event, logged, to, copy, 1));
  }

  private void withdraw(
      CaseFile before,
      HandoverRetracted event,
      LoggedEvent logged,
      ServiceId to,
      UUID of,
      int index) {
    UUID id = DerivedId.of("withdrawal", of.toString());
    OutgoingMessage message =
        new OutgoingMessage(
            id,
            CaseRecords.reference(before, log.area().value()),
            Kind.WITHDRAWAL,
            address(to),
            new Obligation(log.area().value(), logged.sequence(), index));
    enqueue(
        message,
        () ->
            writers
                .letterTranslator()
                .write(
                    writers.letters().withdraw(id, before, receiver(to), of, logged.at(), event)));
  }

  private LetterReceiver receiver(ServiceId to) {
    return directory
        .findReceiver(to)
        .orElseThrow(() -> new IllegalArgumentException("The practice is not in the directory."));
  }

  /**
   * What can never be written must not hold up what comes behind it; what cannot be written now is
   * tried again.
   */
  private void enqueue(OutgoingMessage message, Supplier<byte[]> body) {
    try {
      var unused = outbox.enqueue(message, body.get());
    } catch (RecordFault e) {
      if (e.getCause() != null) {
        throw e;
      }
      unwritable(message, e);
    } catch (IllegalArgumentException | IllegalStateException | NoSuchElementException e) {
      unwritable(message, e);
    }
  }

  private void unwritable(OutgoingMessage message, RuntimeException e) {
    LOG.error("The {} ({}) cannot be written: {}", message.kind(), message.id(), e.getMessage());
    reports.unwritable(message);
  }

  /** What a person has passed on, or sent elsewhere, is not sent any more as it was. */
  private void settle(PatientId patient, LoggedEvent logged) throws LogFault {
    Optional<CaseFile.Signed> signed = file(patient, logged.sequence() - 1).signed();
    if (signed.isPresent()) {
      var unused = outbox.handOver(letterId(signed.get().asked()), logged.actor().value());
    }
  }

  private void referral(PatientId patient, int number, Step step, LoggedEvent logged)
      throws LogFault {
    CaseFile.Offer offer = file(patient, logged.sequence()).findOffer(number).orElseThrow();
    Optional<Service> to = directory.services().find(offer.service());
    if (to.isEmpty() || !receivers.contains(offer.service())) {
      // It is shown to the service on its own page.
      return;
    }
    CaseFile then = file(patient, offer.asked());
    UUID id = Referrals.messageId(Referrals.referralId(log.epoch(), offer.asked()), step);
    OutgoingMessage message = message(then, logged, Kind.REFERRAL, id, address(offer.service()));
    enqueue(
        message,
        () ->
            writers
                .referralTranslator()
                .write(writers.referrals().write(then, offer, to.get(), step, logged.at())));
  }

  private OutgoingMessage message(
      CaseFile file, LoggedEvent logged, Kind kind, UUID id, Address address) {
    String area = log.area().value();
    return new OutgoingMessage(
        id,
        CaseRecords.reference(file, area),
        kind,
        address,
        new Obligation(area, logged.sequence(), 0));
  }

  private Address address(ServiceId to) {
    if (receivers.contains(to)) {
      return new Address(CHANNEL, to.value());
    }
    String code = directory.findReceiver(to).map(LetterReceiver::odsCode).orElse(to.value());
    return new Address(InboxChannel.NAME, code);
  }

  private UUID letterId(long asked) {
    return letterId(log, asked);
  }

  /** The identity of the letter that an event of the log calls for. */
  static UUID letterId(AreaLog log, long asked) {
    return DerivedId.of("handover", log.epoch().toString(), Long.toString(asked));
  }

  private CaseFile file(PatientId patient, long upTo) throws LogFault {
    List<StoredEvent> history = log.history(patient.incident());
    return CaseFile.read(history, patient, upTo);
  }
}
