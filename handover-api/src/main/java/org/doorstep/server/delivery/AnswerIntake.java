package org.doorstep.server.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.doorstep.dispatch.command.CareCommand.AnswerReferral;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.ReferralAnswer;
import org.doorstep.dispatch.model.ReferralRefusal;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.handover.bars.AnswerDesk;
import org.doorstep.handover.bars.BarsCaller;
import org.doorstep.handover.bars.BarsFault;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.outbox.Outbox;
import org.doorstep.handover.outbox.OutboxEntry;
import org.doorstep.handover.outbox.OutgoingMessage;
import org.doorstep.handover.receipt.ReceiptReading;
import org.doorstep.handover.receipt.ReceiptTranslator;
import org.doorstep.handover.referral.ReferralMessage.Step;
import org.doorstep.handover.referral.ReferralReply;
import org.doorstep.handover.referral.ReferralTranslator;
import org.doorstep.handover.referral.ReplyReading;

/**
 * Takes the answers of services to offers, and the receipts of messages, and tells the area. A
 * service whose answer comes too late is told so: it must not go on believing that it has the
 * patient.
 */
final class AnswerIntake implements AnswerDesk {
  private static final String IDENTIFIER = "Bundle.entry[0].resource.response.identifier";

  private final Outbox outbox;
  private final AreaLog log;
  private final AreaCommands commands;
  private final ReferralTranslator referrals;
  private final ReceiptTranslator receipts;
  private final Receivers receivers;
  private final WarningAnswers warnings;

  /**
   * Answers to messages of one area.
   *
   * @param receivers by whom messages may be answered
   */
  AnswerIntake(
      Outbox outbox,
      AreaLog log,
      AreaCommands commands,
      ReferralTranslator referrals,
      ReceiptTranslator receipts,
      Receivers receivers) {
    this.outbox = outbox;
    this.log = log;
    this.commands = commands;
    this.referrals = referrals;
    this.receipts = receipts;
    this.receivers = receivers;
    this.warnings = new WarningAnswers(outbox, log, commands);
  }

  @Override
  public Optional<BarsFault> take(String message, BarsCaller caller) {
    byte[] body = message.getBytes(StandardCharsets.UTF_8);
    ReplyReading reading = referrals.readReply(body);
    ReceiptReading receipt = receipts.read(body);
    if (isOfAnother(reading, receipt, caller)) {
      return Optional.of(
          BarsFault.at(
              BarsFault.Kind.FORBIDDEN,
              IDENTIFIER,
              "The message that this answers was sent to another service.\nMaybe the operator has to bind your system (bars.systems)."));
    }
    // An answer is a receipt as well: what was answered has arrived.
    boolean known =
        receipt instanceof ReceiptReading.Understood understood
            && outbox.receive(understood.receipt());
    if (reading instanceof ReplyReading.Understood understood) {
      return answer(understood.reply(), known);
    }
    ReplyReading.Refused refused = (ReplyReading.Refused) reading;
    return known
        ? Optional.empty()
        : Optional.of(
            BarsFault.at(BarsFault.Kind.UNKNOWN_CASE, refused.where(), refused.sentence()));
  }

  /** Whoever answers must be the one who was asked. */
  private boolean isOfAnother(ReplyReading reading, ReceiptReading receipt, BarsCaller caller) {
    Stream<OutgoingMessage> replied =
        reading instanceof ReplyReading.Understood understood
            ? findRequest(understood.reply().to()).stream()
            : Stream.empty();
    Stream<OutgoingMessage> received =
        receipt instanceof ReceiptReading.Understood understood
            ? outbox.find(understood.receipt().of()).map(OutboxEntry::message).stream()
            : Stream.empty();
    return Stream.concat(replied, received)
        .anyMatch(message -> !receivers.isFor(caller, message.address()));
  }

  private Optional<BarsFault> answer(ReferralReply reply, boolean known) {
    Optional<OutgoingMessage> asked = findRequest(reply.to());
    if (asked.isEmpty()) {
      return known
          ? Optional.empty()
          : Optional.of(
              BarsFault.at(
                  BarsFault.Kind.UNKNOWN_CASE,
                  IDENTIFIER,
                  "No request of ours has this identifier.\nMaybe it is meant for another service."));
    }
    if (asked.get().kind() == OutgoingMessage.Kind.PRE_ALERT) {
      return warnings.take(reply, asked.get());
    }
    Optional<ReferralAnswer> answer = answer(reply.answer());
    Optional<Integer> number = findOffer(asked.get());
    if (answer.isEmpty() || number.isEmpty()) {
      return Optional.empty();
    }
    return give(reply, asked.get(), number.get(), answer.get());
  }

  private Optional<BarsFault> give(
      ReferralReply reply, OutgoingMessage asked, int number, ReferralAnswer answer) {
    String service = asked.address().to();
    UUID id = DerivedId.of("reply", reply.id().toString(), asked.id().toString());
    Optional<Rejection> rejection =
        commands
            .give(
                new AnswerReferral(
                    commands.head(id, new Actor("bars:" + service)),
                    DeliveryReports.patient(asked.about()),
                    Optional.of(new ServiceId(service)),
                    number,
                    answer))
            .rejection();
    return rejection.map(
        why ->
            BarsFault.of(
                BarsFault.Kind.NOT_PROCESSABLE,
                "The answer came too late or does not fit (%s): the patient is not with you.\nMaybe telephone the desk."
                    .formatted(why)));
  }

  private Optional<OutgoingMessage> findRequest(ReferralReply.Matching to) {
    return Stream.concat(
            to.message().stream(),
            to.referral().map(referral -> Referrals.messageId(referral, Step.NEW)).stream())
        .flatMap(id -> outbox.find(id).stream())
        .map(OutboxEntry::message)
        .filter(AnswerIntake::isRequest)
        .findFirst();
  }

  private static boolean isRequest(OutgoingMessage message) {
    return message.kind() == OutgoingMessage.Kind.REFERRAL
        || message.kind() == OutgoingMessage.Kind.PRE_ALERT;
  }

  private Optional<Integer> findOffer(OutgoingMessage message) {
    PatientId patient = DeliveryReports.patient(message.about());
    try {
      return CaseFile.read(log.history(patient.incident()), patient, Long.MAX_VALUE)
          .findOfferNumber(message.obligation().sequence());
    } catch (LogFault e) {
      throw new DeliveryFault("The log cannot be read.", e);
    }
  }

  /** Empty for a receipt: queued is not yet looked at, and changes nothing. */
  private static Optional<ReferralAnswer> answer(ReferralReply.Answer answer) {
    return switch (answer.kind()) {
      case QUEUED -> Optional.empty();
      case INTERIM -> answer(ReferralAnswer.Kind.INTERIM, Optional.empty());
      case ACCEPTED -> answer(ReferralAnswer.Kind.ACCEPTED, Optional.empty());
      case DECLINED ->
          answer(
              ReferralAnswer.Kind.REFUSED,
              answer.reason().map(AnswerIntake::refusal).or(() -> other()));
    };
  }

  private static Optional<ReferralAnswer> answer(
      ReferralAnswer.Kind kind, Optional<ReferralRefusal> reason) {
    return Optional.of(new ReferralAnswer(kind, reason, Optional.empty()));
  }

  private static Optional<ReferralRefusal> other() {
    return Optional.of(ReferralRefusal.OTHER);
  }

  private static ReferralRefusal refusal(ReferralReply.Reason reason) {
    return switch (reason.code()) {
      case NOT_AVAILABLE_IN_TIME -> ReferralRefusal.NO_CAPACITY;
      case RETURNED -> ReferralRefusal.CRITERIA_NOT_MET;
      case FAILED_CONTACT, OTHER -> ReferralRefusal.OTHER;
    };
  }
}
