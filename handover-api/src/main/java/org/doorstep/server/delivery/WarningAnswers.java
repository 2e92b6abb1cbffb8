package org.doorstep.server.delivery;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.command.CareCommand.AcknowledgePreAlert;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Bay;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.handover.bars.BarsFault;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.outbox.Outbox;
import org.doorstep.handover.outbox.OutgoingMessage;
import org.doorstep.handover.receipt.Receipt;
import org.doorstep.handover.receipt.ReceiptCode;
import org.doorstep.handover.referral.ReferralReply;
import org.doorstep.handover.referral.ReferralReply.Kind;
import org.doorstep.server.delivery.Warnings.Warning;

/**
 * What hospitals answer to pre-alerts. Only an answer in which a person names the place to go to
 * counts as heard, and only if it is an answer to the newest message; a receipt never does. A
 * hospital that declines has refused the message, and a person sees it.
 */
final class WarningAnswers {
  private final Outbox outbox;
  private final AreaLog log;
  private final AreaCommands commands;

  WarningAnswers(Outbox outbox, AreaLog log, AreaCommands commands) {
    this.outbox = outbox;
    this.log = log;
    this.commands = commands;
  }

  /** Takes an answer; a fault where the hospital must know that the patient does not come. */
  Optional<BarsFault> take(ReferralReply reply, OutgoingMessage asked) {
    if (reply.answer().kind() == Kind.DECLINED) {
      declined(reply, asked);
      return Optional.empty();
    }
    Optional<Bay> bay = findBay(reply);
    if (bay.isEmpty()) {
      return Optional.empty();
    }
    Optional<Warning> standing = findWarning(asked);
    if (standing.isEmpty()) {
      return Optional.of(tooLate(Rejection.PRE_ALERT_MISSING));
    }
    boolean newest = standing.get().told() == asked.obligation().sequence();
    return newest ? acknowledge(reply, asked, bay.get()) : Optional.empty();
  }

  /** Where a person says to bring the patient; empty where nobody says so, or it is no place. */
  private static Optional<Bay> findBay(ReferralReply reply) {
    boolean attended =
        reply.answer().kind() == Kind.INTERIM || reply.answer().kind() == Kind.ACCEPTED;
    if (!attended || reply.by().person().filter(name -> !name.isBlank()).isEmpty()) {
      return Optional.empty();
    }
    return reply.by().place().flatMap(WarningAnswers::bay);
  }

  private static Optional<Bay> bay(String words) {
    try {
      return Optional.of(new Bay(words.strip().toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      // A sentence is no place that a crew can read at a glance.
      return Optional.empty();
    }
  }

  private Optional<BarsFault> acknowledge(ReferralReply reply, OutgoingMessage asked, Bay bay) {
    String hospital = asked.address().to();
    UUID id = DerivedId.of("reply", reply.id().toString(), asked.id().toString());
    return commands
        .give(
            new AcknowledgePreAlert(
                commands.head(id, new Actor("bars:" + hospital)),
                DeliveryReports.patient(asked.about()),
                Optional.of(new ServiceId(hospital)),
                bay))
        .rejection()
        // Said again, or on the page before: it is known.
        .filter(why -> why != Rejection.PRE_ALERT_ANSWERED)
        .map(WarningAnswers::tooLate);
  }

  private void declined(ReferralReply reply, OutgoingMessage asked) {
    var unused =
        outbox.receive(
            new Receipt(
                DerivedId.of("declined", reply.id().toString()),
                asked.id(),
                ReceiptCode.OTHER,
                reply.at(),
                reply.by().organisation(),
                Optional.empty()));
  }

  private Optional<Warning> findWarning(OutgoingMessage asked) {
    PatientId patient = DeliveryReports.patient(asked.about());
    try {
      return CaseFile.read(log.history(patient.incident()), patient, Long.MAX_VALUE)
          .warning()
          .filter(warning -> warning.hospital().value().equals(asked.address().to()));
    } catch (LogFault e) {
      throw new DeliveryFault("The log cannot be read.", e);
    }
  }

  private static BarsFault tooLate(Rejection why) {
    return BarsFault.of(
        BarsFault.Kind.NOT_PROCESSABLE,
        "The answer came too late or does not fit (%s): this patient is not on the way to you.\nMaybe telephone the desk."
            .formatted(why));
  }
}
