package org.doorstep.server.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.doorstep.dispatch.command.CareCommand;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.Bay;
import org.doorstep.dispatch.model.HandoverAnswer;
import org.doorstep.dispatch.model.HandoverRefusal;
import org.doorstep.dispatch.model.HandoverRoute;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.ReferralAnswer;
import org.doorstep.dispatch.model.ReferralPlan;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.protocol.CareTables;
import org.doorstep.dispatch.protocol.News2;
import org.doorstep.dispatch.protocol.NoSendConcerns;
import org.doorstep.dispatch.shell.record.AssessmentDetails;
import org.doorstep.dispatch.shell.record.Atmist;
import org.doorstep.dispatch.shell.record.CareWords;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.dispatch.wire.WireFault;
import org.doorstep.handover.letter.Clinician;
import org.jspecify.annotations.Nullable;

/**
 * Makes commands about a patient's care of what clients send: words and findings go to the patient
 * record first, the tables are asked here, and whose service acts is the server's to say.
 */
final class CareIntake {
  private final Supplier<CareTables> tables;
  private final Entry entry;
  private final HandoverRouting routing;
  private final PatientPast past;

  /** Writes an entry about a patient under the command's id. */
  interface Entry {
    RecordId write(CommandHead head, PatientId patient, String kind, byte[] body);
  }

  /** What a client sends of each command. */
  private record Assess(PatientId patient, Assessment assessment) {}

  private record Offer(
      PatientId patient, List<ServiceId> services, int answerSeconds, CareWords words) {}

  private record Answered(PatientId patient, int referral, ReferralAnswer answer) {}

  private record Attended(PatientId patient, int referral, boolean attended) {}

  private record Warn(PatientId patient, Atmist words) {}

  private record Noted(PatientId patient, Bay bay) {}

  private record Taken(PatientId patient) {}

  private record Sign(PatientId patient, HandoverTerms terms, CareWords words) {}

  private record PracticeSays(
      PatientId patient,
      HandoverAnswer.Kind kind,
      Optional<HandoverRefusal> reason,
      Optional<CareWords> words) {}

  private record Words(PatientId patient, CareWords words) {}

  CareIntake(Supplier<CareTables> tables, Entry entry, HandoverRouting routing, PatientPast past) {
    this.past = past;
    this.routing = routing;
    this.tables = tables;
    this.entry = entry;
  }

  /**
   * The command, if it is one whose body differs from what the core takes.
   *
   * @param giver whose service is empty where the desk or the hub acts
   */
  Optional<Command> find(
      String name, CommandHead head, Map<String, @Nullable Object> body, Giver giver) {
    return switch (name) {
      case "RecordAssessment" -> Optional.of(assess(head, RecordJson.read(Assess.class, body)));
      case "OfferReferral" -> Optional.of(offer(head, RecordJson.read(Offer.class, body), giver));
      case "SendPreAlert" -> Optional.of(warn(head, RecordJson.read(Warn.class, body)));
      case "SignHandover" -> Optional.of(sign(head, RecordJson.read(Sign.class, body), giver));
      case "AnswerPractice", "HandOverByHand" ->
          Optional.of(words(name, head, RecordJson.read(Words.class, body)));
      case "NoteReturnHome" ->
          Optional.of(returning(head, RecordJson.read(Words.class, body), giver));
      default -> findOfService(name, head, body, giver.by());
    };
  }

  private Optional<Command> findOfService(
      String name, CommandHead head, Map<String, @Nullable Object> body, Optional<ServiceId> by) {
    return switch (name) {
      case "AnswerReferral" -> {
        Answered asked = RecordJson.read(Answered.class, body);
        yield Optional.of(
            new CareCommand.AnswerReferral(
                head, asked.patient(), by, asked.referral(), asked.answer()));
      }
      case "ReportAttendance" -> {
        Attended asked = RecordJson.read(Attended.class, body);
        yield Optional.of(
            new CareCommand.ReportAttendance(
                head, asked.patient(), by, asked.referral(), asked.attended()));
      }
      case "AcknowledgePreAlert" -> {
        Noted asked = RecordJson.read(Noted.class, body);
        yield Optional.of(
            new CareCommand.AcknowledgePreAlert(head, asked.patient(), by, asked.bay()));
      }
      case "ReceivePatient" ->
          Optional.of(
              new CareCommand.ReceivePatient(
                  head, RecordJson.read(Taken.class, body).patient(), by));
      case "AnswerHandover" ->
          Optional.of(practiceSays(head, RecordJson.read(PracticeSays.class, body), by));
      default -> Optional.empty();
    };
  }

  private Command assess(CommandHead head, Assess asked) {
    AssessmentDetails details = AssessmentDetails.decided(tables.get(), asked.assessment());
    RecordId id = entry.write(head, asked.patient(), AssessmentDetails.KIND, details.toJson());
    return new CareCommand.RecordAssessment(
        head,
        asked.patient(),
        id,
        details.result().proposal(News2.counting(asked.assessment())),
        Optional.of(NoSendConcerns.of(asked.assessment())));
  }

  private Command offer(CommandHead head, Offer asked, Giver giver) {
    CareWords words = signed(asked.words(), giver);
    RecordId id = entry.write(head, asked.patient(), CareWords.KIND, words.toJson());
    return new CareCommand.OfferReferral(
        head, asked.patient(), new ReferralPlan(asked.services(), asked.answerSeconds(), id));
  }

  private Command warn(CommandHead head, Warn asked) {
    RecordId id = entry.write(head, asked.patient(), Atmist.KIND, asked.words().toJson());
    return new CareCommand.SendPreAlert(head, asked.patient(), id);
  }

  private Command sign(CommandHead head, Sign asked, Giver giver) {
    CareWords words = signed(asked.words(), giver);
    if (words.author().flatMap(Clinician::find).isEmpty()) {
      throw new WireFault(
          WireFault.Kind.INVALID_VALUE,
          "/words/author",
          "This must be the name, role and registration of who signs, as in"
              + " (Alex Sample, Paramedic, HCPC PA000001); or the user must have a signature.");
    }
    if (asked.terms().kind() == HandoverTerms.Kind.ACTION_REQUESTED && words.asked().isEmpty()) {
      throw new WireFault(
          WireFault.Kind.MISSING_FIELD,
          "/words/asked",
          "What the practice is asked to do must be said where action is requested.");
    }
    boolean refused =
        asked.terms().route().filter(HandoverRoute.SHARING_REFUSED::equals).isPresent();
    if (refused && !past.mayRefuseSharing(asked.patient())) {
      throw new WireFault(
          WireFault.Kind.INVALID_VALUE,
          "/terms/route",
          "Only a patient with capacity can refuse this.\nMaybe the test of capacity was not recorded.");
    }
    RecordId id = entry.write(head, asked.patient(), CareWords.KIND, words.toJson());
    HandoverTerms terms = routing.choose(asked.patient(), asked.terms(), head.at());
    return new CareCommand.SignHandover(head, asked.patient(), id, terms);
  }

  /** The words under the user's own name: whoever has a signature signs with no other. */
  private static CareWords signed(CareWords words, Giver giver) {
    return giver.signature().map(words::by).orElse(words);
  }

  private Command words(String name, CommandHead head, Words asked) {
    RecordId id = entry.write(head, asked.patient(), CareWords.KIND, asked.words().toJson());
    return name.equals("AnswerPractice")
        ? new CareCommand.AnswerPractice(head, asked.patient(), id)
        : new CareCommand.HandOverByHand(head, asked.patient(), id);
  }

  private Command returning(CommandHead head, Words asked, Giver giver) {
    CareWords words = signed(asked.words(), giver);
    if (words.summary().filter(text -> !text.isBlank()).isEmpty()) {
      throw new WireFault(
          WireFault.Kind.MISSING_FIELD,
          "/words/summary",
          "What helps the patient to come home must be said.");
    }
    RecordId id = entry.write(head, asked.patient(), CareWords.KIND, words.toJson());
    return new CareCommand.NoteReturnHome(head, asked.patient(), id);
  }

  private Command practiceSays(CommandHead head, PracticeSays asked, Optional<ServiceId> by) {
    Optional<RecordId> id =
        asked
            .words()
            .map(words -> entry.write(head, asked.patient(), CareWords.KIND, words.toJson()));
    return new CareCommand.AnswerHandover(
        head, asked.patient(), by, new HandoverAnswer(asked.kind(), asked.reason(), id));
  }
}
