package org.doorstep.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.command.CareCommand;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.CorrectionCommand;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.CorrectionEvent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.ActionReason;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.FollowUpOutcome;
import org.doorstep.dispatch.model.Handover;
import org.doorstep.dispatch.model.HandoverRoute;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.Retraction;
import org.doorstep.dispatch.model.ServiceId;

/** The steps of a journey that set right what was said, or take another route to the practice. */
final class CorrectionScript {
  private static final RecordId WORDS = new RecordId(new UUID(3, 5));

  private CorrectionScript() {}

  static boolean corrected(Journey journey, String[] words) {
    CommandHead head = journey.world().head();
    PatientId patient = journey.patient();
    switch (words[0]) {
      case "kept" -> sign(journey, kept(HandoverRoute.valueOf(words[1])));
      case "asked-out-of-hours" -> sign(journey, outOfHours(journey));
      case "added" ->
          journey.give(
              new CorrectionCommand.AmendHandover(
                  head, patient, standing(journey), WORDS, informed(words[1])));
      case "taken-back-letter" ->
          journey.give(
              new CorrectionCommand.RetractHandover(
                  head,
                  patient,
                  standing(journey),
                  Retraction.Reason.valueOf(words[1]),
                  WORDS,
                  choice(journey)));
      case "known-as" -> journey.give(new CorrectionCommand.CorrectIdentity(head, patient, WORDS));
      case "second" -> journey.give(assess(head, new PatientId(patient.incident(), 2)));
      case "second-is-first" -> journey.give(merge(head, patient, 2, 1));
      case "first-is-second" -> journey.give(merge(head, patient, 1, 2));
      case "second-is-another" ->
          journey.give(
              new CorrectionCommand.SeparatePatients(head, new PatientId(patient.incident(), 2)));
      case "warning-off" -> journey.give(new CareCommand.CancelPreAlert(head, patient));
      case "followed-up" ->
          journey.give(
              new CareCommand.RecordFollowUp(
                  head, patient, Optional.empty(), FollowUpOutcome.valueOf(words[1]), WORDS));
      default -> {
        return noted(journey, words);
      }
    }
    return true;
  }

  private static boolean noted(Journey journey, String[] words) {
    CommandHead head = journey.world().head();
    PatientId patient = journey.patient();
    switch (words[0]) {
      case "home-note" ->
          journey.give(new CareCommand.NoteReturnHome(head, patient, homeNote(words[1])));
      case "home-note-of" ->
          journey.give(
              new CareCommand.NoteReturnHome(
                  head, new PatientId(patient.incident(), Integer.parseInt(words[1])), WORDS));
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Where the words of that number lie. */
  static RecordId homeNote(String number) {
    return new RecordId(new UUID(4, Long.parseLong(number)));
  }

  private static CorrectionCommand merge(CommandHead head, PatientId of, int number, int into) {
    return new CorrectionCommand.MergePatients(head, new PatientId(of.incident(), number), into);
  }

  private static CareCommand assess(CommandHead head, PatientId patient) {
    return new CareCommand.RecordAssessment(
        head,
        patient,
        WORDS,
        new CareProposal(
            CareLevel.TREAT_AT_SCENE,
            DestinationClass.CLINICAL_HUB,
            false,
            false,
            Optional.of(1),
            List.of()));
  }

  private static void sign(Journey journey, HandoverTerms terms) {
    journey.give(
        new CareCommand.SignHandover(journey.world().head(), journey.patient(), WORDS, terms));
  }

  private static HandoverTerms kept(HandoverRoute route) {
    return new HandoverTerms(
        HandoverTerms.Kind.FOR_INFORMATION,
        Optional.empty(),
        Optional.empty(),
        Optional.of(route),
        Optional.empty(),
        Optional.empty());
  }

  private static HandoverTerms outOfHours(Journey journey) {
    return new HandoverTerms(
            HandoverTerms.Kind.ACTION_REQUESTED,
            Optional.of(new ServiceId("PRACTICE-1")),
            Optional.of(journey.world().now().plus(Duration.ofHours(6))),
            Optional.empty(),
            Optional.of(ActionReason.CLINICAL_REVIEW),
            Optional.empty())
        .outOfHours(new ServiceId("OUT-OF-HOURS"));
  }

  private static HandoverTerms informed(String practice) {
    return new HandoverTerms(
        HandoverTerms.Kind.FOR_INFORMATION, Optional.of(new ServiceId(practice)), Optional.empty());
  }

  /** The way of the handover that was last signed or sent again: as the log tells it. */
  private static long standing(Journey journey) {
    return journey
        .found()
        .flatMap(patient -> patient.arrangements().handover())
        .map(Handover::asked)
        .orElseGet(
            () ->
                journey.world().log().stream()
                    .filter(CorrectionScript::isAWay)
                    .mapToLong(LoggedEvent::sequence)
                    .max()
                    .orElse(0));
  }

  private static boolean isAWay(LoggedEvent logged) {
    return logged.event() instanceof CareEvent.HandoverSigned
        || logged.event() instanceof CorrectionEvent.HandoverAmended;
  }

  private static Optional<CareChoice> choice(Journey journey) {
    Optional<CareChoice> known = journey.found().flatMap(Patient::choice);
    return known.isPresent()
        ? known
        : journey.world().log().stream()
            .filter(logged -> logged.event() instanceof CareEvent.DispositionChosen)
            .map(logged -> ((CareEvent.DispositionChosen) logged.event()).choice())
            .reduce((first, second) -> second);
  }
}
