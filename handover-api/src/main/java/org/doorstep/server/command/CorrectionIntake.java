package org.doorstep.server.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.doorstep.dispatch.command.CareCommand;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.CorrectionCommand;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.model.FollowUpOutcome;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.Retraction;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.log.StoredEvent;
import org.doorstep.dispatch.shell.record.CareWords;
import org.doorstep.dispatch.shell.record.PatientDetails;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.dispatch.wire.Subject;
import org.doorstep.dispatch.wire.WireFault;
import org.doorstep.handover.bars.NhsNumber;
import org.doorstep.server.delivery.CaseFile;
import org.jspecify.annotations.Nullable;

/**
 * Makes corrections of what clients send. Most patients whom they are about are settled, so that
 * the area knows no more than that there was such an incident: what is corrected is read off the
 * log here. Blocks.
 */
final class CorrectionIntake {
  private final AreaLog log;
  private final CareIntake.Entry entry;
  private final HandoverRouting routing;
  private final Predicate<String> traced;

  private record Identify(PatientId patient, Identity identity) {}

  /** Who somebody is, as a person puts it down. */
  private record Identity(
      Optional<String> name,
      Optional<String> nhsNumber,
      Optional<String> birthDate,
      Optional<Integer> ageYears,
      Optional<String> sex) {
    @Override
    public String toString() {
      return "Identity[masked]";
    }
  }

  private record Amend(PatientId patient, HandoverTerms terms, CareWords words) {}

  private record Retract(PatientId patient, Retraction.Reason reason, CareWords words) {}

  private record FollowUp(PatientId patient, FollowUpOutcome outcome, CareWords words) {}

  /**
   * An intake.
   *
   * @param traced whether a record service knows the NHS number
   */
  CorrectionIntake(
      AreaLog log, CareIntake.Entry entry, HandoverRouting routing, Predicate<String> traced) {
    this.log = log;
    this.entry = entry;
    this.routing = routing;
    this.traced = traced;
  }

  /** The command, if it is a correction, or the practice's last word. */
  Optional<Command> find(
      String name, CommandHead head, Map<String, @Nullable Object> body, Giver giver)
      throws LogFault {
    return switch (name) {
      case "CorrectIdentity" -> Optional.of(identify(head, RecordJson.read(Identify.class, body)));
      case "AmendHandover" -> Optional.of(amend(head, RecordJson.read(Amend.class, body), giver));
      case "RetractHandover" -> Optional.of(retract(head, RecordJson.read(Retract.class, body)));
      case "RecordFollowUp" ->
          Optional.of(followUp(head, RecordJson.read(FollowUp.class, body), giver.by()));
      default -> Optional.empty();
    };
  }

  private Command identify(CommandHead head, Identify asked) throws LogFault {
    Identity given = asked.identity();
    Optional<String> number = given.nhsNumber().map(NhsNumber::compact);
    if (number.isPresent() && !NhsNumber.isValid(number.get())) {
      throw new WireFault(
          WireFault.Kind.INVALID_VALUE,
          "/identity/nhsNumber",
          "This must be ten digits that fit their check digit.\nMaybe two of them are swapped.");
    }
    boolean nameless = number.isEmpty() && given.name().filter(n -> !n.isBlank()).isEmpty();
    requireKnown(asked.patient());
    var details =
        new PatientDetails(
            given.name(),
            number,
            number.map(
                each -> traced.test(each) ? "present and verified" : "present but not traced"),
            given.ageYears(),
            given.sex(),
            nameless,
            given.birthDate());
    RecordId id = entry.write(head, asked.patient(), PatientDetails.KIND, details.toJson());
    return new CorrectionCommand.CorrectIdentity(head, asked.patient(), id);
  }

  private Command amend(CommandHead head, Amend asked, Giver giver) throws LogFault {
    CaseFile file = read(asked.patient());
    CareWords words = giver.signature().map(asked.words()::by).orElse(asked.words());
    if (words.summary().filter(text -> !text.isBlank()).isEmpty()) {
      throw new WireFault(
          WireFault.Kind.MISSING_FIELD, "/words/summary", "What is added must be said.");
    }
    RecordId id = entry.write(head, asked.patient(), CareWords.KIND, words.toJson());
    HandoverTerms terms = routing.choose(asked.patient(), asked.terms(), head.at());
    return new CorrectionCommand.AmendHandover(head, asked.patient(), standing(file), id, terms);
  }

  private Command retract(CommandHead head, Retract asked) throws LogFault {
    CaseFile file = read(asked.patient());
    RecordId id = entry.write(head, asked.patient(), CareWords.KIND, asked.words().toJson());
    return new CorrectionCommand.RetractHandover(
        head,
        asked.patient(),
        standing(file),
        asked.reason(),
        id,
        file.chosen().map(CaseFile.Chosen::choice));
  }

  /** Only who has accepted can say what became of it. */
  private Command followUp(CommandHead head, FollowUp asked, Optional<ServiceId> by)
      throws LogFault {
    Optional<ServiceId> accepted = read(asked.patient()).accepted();
    if (accepted.isEmpty() || (by.isPresent() && !accepted.equals(by))) {
      throw new PatientNotKnown();
    }
    RecordId id = entry.write(head, asked.patient(), CareWords.KIND, asked.words().toJson());
    return new CareCommand.RecordFollowUp(head, asked.patient(), by, asked.outcome(), id);
  }

  /** The way of the handover that stands; 0 where none does, which nobody can mean. */
  private static long standing(CaseFile file) {
    return file.signed().map(CaseFile.Signed::asked).orElse(0L);
  }

  private CaseFile read(PatientId patient) throws LogFault {
    List<StoredEvent> history = requireKnown(patient);
    CaseFile file = CaseFile.read(history, patient, Long.MAX_VALUE);
    if (file.chosen().isEmpty()) {
      throw new PatientNotKnown();
    }
    return file;
  }

  /** Of an incident that is closed, only those whom the log knows can be corrected. */
  private List<StoredEvent> requireKnown(PatientId patient) throws LogFault {
    List<StoredEvent> history = log.history(patient.incident());
    boolean closed =
        history.stream().anyMatch(stored -> stored.logged().event() instanceof IncidentClosed);
    boolean known =
        history.stream()
            .anyMatch(
                stored ->
                    Subject.findPatient(stored.logged().event())
                        .filter(patient::equals)
                        .isPresent());
    if (history.isEmpty() || (closed && !known)) {
      throw new PatientNotKnown();
    }
    return history;
  }
}
