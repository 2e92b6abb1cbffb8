package org.doorstep.server.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.doorstep.dispatch.command.CareCommand.AnswerReferral;
import org.doorstep.dispatch.command.CareCommand.ReportDelivery;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Delivery;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.ReferralAnswer;
import org.doorstep.dispatch.model.ReferralRefusal;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.letter.CaseReference;
import org.doorstep.handover.outbox.OutboxListener;
import org.doorstep.handover.outbox.OutgoingMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the area what became of messages. A report that the area refuses has been overtaken by
 * something that counts more, and is dropped.
 */
final class DeliveryReports implements OutboxListener {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryReports.class);
  private static final Actor ACTOR = Actor.system("outbox");

  private final AreaCommands commands;
  private final AreaLog log;
  private final Predicate<UUID> passOn;

  /**
   * Reports of one area.
   *
   * @param passOn takes an answer that cannot be delivered out of the way
   */
  DeliveryReports(AreaCommands commands, AreaLog log, Predicate<UUID> passOn) {
    this.commands = commands;
    this.log = log;
    this.passOn = passOn;
  }

  @Override
  public void onSent(OutgoingMessage message) {
    report(message, Delivery.SENT);
  }

  @Override
  public void onReceived(OutgoingMessage message, String by, Instant at) {
    report(message, Delivery.RECEIVED);
  }

  @Override
  public void onRefused(OutgoingMessage message, String reason) {
    failed(message);
  }

  @Override
  public void onDead(OutgoingMessage message, String reason) {
    failed(message);
  }

  @Override
  public void onHandedOver(OutgoingMessage message, String by, Instant at) {
    // Whoever hands over by hand tells the area, and the outbox follows.
  }

  /** That no message could be written at all is a failed delivery, too. */
  void unwritable(OutgoingMessage message) {
    failed(message);
  }

  private void report(OutgoingMessage message, Delivery delivery) {
    if (message.kind() != OutgoingMessage.Kind.HANDOVER) {
      return;
    }
    var id = DerivedId.of("delivery", message.id().toString(), delivery.name());
    dropped(
        message,
        commands.give(
            new ReportDelivery(
                commands.head(id, ACTOR),
                patient(message.about()),
                message.obligation().sequence(),
                delivery)));
  }

  private void failed(OutgoingMessage message) {
    if (message.kind() == OutgoingMessage.Kind.RESPONSE) {
      // The next word must not wait behind one that cannot be told; its sender can read it here.
      LOG.warn(
          "The answer ({}) cannot be told to ({}), who can read it.",
          message.id(),
          message.address().to());
      var unused = passOn.test(message.id());
    } else if (message.kind() == OutgoingMessage.Kind.HANDOVER) {
      report(message, Delivery.FAILED);
    } else {
      unreachable(message);
    }
  }

  /** A service that cannot be asked counts as one that declines: the next is asked at once. */
  private void unreachable(OutgoingMessage message) {
    PatientId patient = patient(message.about());
    Optional<Integer> number = findOffer(patient, message.obligation().sequence());
    if (number.isEmpty()) {
      // A cancellation that cannot be delivered: the offer itself has had its end.
      return;
    }
    var id = DerivedId.of("unreachable", message.id().toString());
    dropped(
        message,
        commands.give(
            new AnswerReferral(
                commands.head(id, ACTOR),
                patient,
                Optional.empty(),
                number.get(),
                new ReferralAnswer(
                    ReferralAnswer.Kind.REFUSED,
                    Optional.of(ReferralRefusal.OTHER),
                    Optional.empty()))));
  }

  private Optional<Integer> findOffer(PatientId patient, long asked) {
    try {
      return CaseFile.read(log.history(patient.incident()), patient, Long.MAX_VALUE)
          .findOfferNumber(asked);
    } catch (LogFault e) {
      throw new DeliveryFault("The log cannot be read.", e);
    }
  }

  private static void dropped(OutgoingMessage message, Reply reply) {
    reply
        .rejection()
        .ifPresent(
            rejection ->
                LOG.info(
                    "The report on the message ({}) was overtaken: {}.", message.id(), rejection));
  }

  static PatientId patient(CaseReference about) {
    return new PatientId(new IncidentId(about.incident()), about.patient());
  }
}
