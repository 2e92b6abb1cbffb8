package org.doorstep.server.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.command.CareCommand;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.HubCommand;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CallBackOutcome;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Outcome;
import org.doorstep.dispatch.model.Party;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.ReviewOutcome;
import org.doorstep.dispatch.model.UnreachedDecision;
import org.doorstep.dispatch.model.WelfareOutcome;
import org.doorstep.dispatch.shell.record.CareWords;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.dispatch.wire.WireFault;
import org.jspecify.annotations.Nullable;

/**
 * Makes commands about those who wait, and between hub and crew, of what clients send. Words go to
 * the record first, under the user's own signature; that the user is a clinician is the server's to
 * say: it is who has a signature.
 */
final class HubIntake {
  private final CareIntake.Entry aboutPatient;
  private final Entry aboutIncident;

  /** Writes an entry under the command's id. */
  interface Entry {
    RecordId write(CommandHead head, String kind, byte[] body);
  }

  /** What a client sends of each command. */
  private record Take(IncidentId incident, Optional<Actor> from) {}

  private record CalledBack(
      IncidentId incident,
      CallBackOutcome outcome,
      Optional<Category> category,
      Optional<CareWords> words) {}

  private record Called(
      IncidentId incident,
      WelfareOutcome outcome,
      Optional<Category> category,
      Optional<CareWords> words) {}

  private record Reviewed(
      IncidentId incident,
      ReviewOutcome outcome,
      Optional<Category> category,
      Optional<CareWords> words) {}

  private record Decided(
      IncidentId incident, UnreachedDecision decision, Optional<CareWords> words) {}

  private record Propose(PatientId patient, Outcome outcome, Optional<CareWords> words, long saw) {}

  private record Answer(PatientId patient, boolean agreed, Optional<CareWords> words, long saw) {}

  private record Agree(
      PatientId patient, Outcome outcome, boolean agreed, List<Party> with, CareWords words) {}

  private record Close(IncidentId incident, CloseReason reason, long saw) {}

  private record Choose(PatientId patient, CareChoice choice, long saw) {}

  HubIntake(CareIntake.Entry aboutPatient, Entry aboutIncident) {
    this.aboutPatient = aboutPatient;
    this.aboutIncident = aboutIncident;
  }

  /** The command, if it is one whose body differs from what the core takes. */
  Optional<Command> find(
      String name, CommandHead head, Map<String, @Nullable Object> body, Giver giver) {
    Optional<Actor> clinician = giver.signature().map(signature -> head.actor());
    return switch (name) {
      case "CloseIncident" -> {
        Close asked = RecordJson.read(Close.class, body);
        yield Optional.of(
            new Command.CloseIncident(
                head, asked.incident(), asked.reason(), asked.saw(), clinician));
      }
      case "ChooseDisposition" -> {
        Choose asked = RecordJson.read(Choose.class, body);
        yield Optional.of(
            new CareCommand.ChooseDisposition(
                head, asked.patient(), asked.choice(), asked.saw(), clinician));
      }
      case "TakeCase" -> {
        Take asked = RecordJson.read(Take.class, body);
        yield Optional.of(new HubCommand.TakeCase(head, asked.incident(), asked.from(), clinician));
      }
      case "RecordCallBack" ->
          Optional.of(calledBack(head, RecordJson.read(CalledBack.class, body), giver, clinician));
      case "RecordWelfareCall" ->
          Optional.of(called(head, RecordJson.read(Called.class, body), giver, clinician));
      case "RecordReview" ->
          Optional.of(reviewed(head, RecordJson.read(Reviewed.class, body), giver, clinician));
      case "DecideUnreached" -> {
        Decided asked = RecordJson.read(Decided.class, body);
        yield Optional.of(
            new HubCommand.DecideUnreached(
                head, asked.incident(), asked.decision(), write(head, asked.words(), giver)));
      }
      default -> findOfOutcome(name, head, body, giver, clinician);
    };
  }

  private Optional<Command> findOfOutcome(
      String name,
      CommandHead head,
      Map<String, @Nullable Object> body,
      Giver giver,
      Optional<Actor> clinician) {
    return switch (name) {
      case "ProposeOutcome" -> {
        Propose asked = RecordJson.read(Propose.class, body);
        yield Optional.of(
            new HubCommand.ProposeOutcome(
                head,
                asked.patient(),
                asked.outcome(),
                write(head, asked.patient(), asked.words(), giver),
                asked.saw(),
                clinician));
      }
      case "AnswerProposal" -> {
        Answer asked = RecordJson.read(Answer.class, body);
        yield Optional.of(
            new HubCommand.AnswerProposal(
                head,
                asked.patient(),
                asked.agreed(),
                write(head, asked.patient(), asked.words(), giver),
                asked.saw()));
      }
      case "AgreeOutcome" ->
          Optional.of(agree(head, RecordJson.read(Agree.class, body), giver, clinician));
      default -> Optional.empty();
    };
  }

  /** Advice without a safety net is none: what to watch for and how to call again must be said. */
  private Command calledBack(
      CommandHead head, CalledBack asked, Giver giver, Optional<Actor> clinician) {
    if (asked.outcome() == CallBackOutcome.ADVISED
        && asked.words().flatMap(CareWords::advice).filter(said -> !said.isBlank()).isEmpty()) {
      throw new WireFault(
          WireFault.Kind.MISSING_FIELD,
          "/words/advice",
          "What was advised, what to watch for and how to call again must be said.");
    }
    return new HubCommand.RecordCallBack(
        head,
        asked.incident(),
        asked.outcome(),
        asked.category(),
        write(head, asked.words(), giver),
        clinician);
  }

  private Command called(CommandHead head, Called asked, Giver giver, Optional<Actor> clinician) {
    return new HubCommand.RecordWelfareCall(
        head,
        asked.incident(),
        asked.outcome(),
        asked.category(),
        write(head, asked.words(), giver),
        clinician);
  }

  private Command reviewed(
      CommandHead head, Reviewed asked, Giver giver, Optional<Actor> clinician) {
    return new HubCommand.RecordReview(
        head,
        asked.incident(),
        asked.outcome(),
        asked.category(),
        write(head, asked.words(), giver),
        clinician);
  }

  private Command agree(CommandHead head, Agree asked, Giver giver, Optional<Actor> clinician) {
    for (Party party : asked.with()) {
      if (party.user().filter(user -> !user.value().startsWith("user:")).isPresent()) {
        throw new WireFault(
            WireFault.Kind.INVALID_VALUE, "/with", "Who has agreed must be a person.");
      }
    }
    byte[] words = signed(asked.words(), giver).toJson();
    RecordId id = aboutPatient.write(head, asked.patient(), CareWords.KIND, words);
    return new HubCommand.AgreeOutcome(
        head, asked.patient(), asked.outcome(), asked.agreed(), asked.with(), id, clinician);
  }

  private Optional<RecordId> write(CommandHead head, Optional<CareWords> words, Giver giver) {
    return words.map(
        said -> aboutIncident.write(head, CareWords.KIND, signed(said, giver).toJson()));
  }

  private Optional<RecordId> write(
      CommandHead head, PatientId patient, Optional<CareWords> words, Giver giver) {
    return words.map(
        said -> aboutPatient.write(head, patient, CareWords.KIND, signed(said, giver).toJson()));
  }

  /** Under the user's own name, where the user has one to sign with. */
  private static CareWords signed(CareWords words, Giver giver) {
    return giver.signature().map(words::by).orElse(words);
  }
}
