package org.doorstep.dispatch.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.command.HubCommand.AgreeOutcome;
import org.doorstep.dispatch.command.HubCommand.AnswerProposal;
import org.doorstep.dispatch.command.HubCommand.AskHub;
import org.doorstep.dispatch.command.HubCommand.ProposeOutcome;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.HubEvent.HubAsked;
import org.doorstep.dispatch.event.HubEvent.OutcomeAgreed;
import org.doorstep.dispatch.event.HubEvent.OutcomeAnswered;
import org.doorstep.dispatch.event.HubEvent.OutcomeProposed;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Agreement;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.Outcome;
import org.doorstep.dispatch.model.Party;
import org.doorstep.dispatch.model.Patient;

/** Decides what hub and crew say to each other about where a patient's care should happen. */
final class AgreementDecider {
  private AgreementDecider() {}

  static Decision ask(DispatchView view, AskHub command) {
    return CareDecider.onOpenIncident(
        view,
        command.patient(),
        (incident, patient) ->
            incident.report().spoken().hubAskedAt().isPresent()
                ? Decision.reject(Rejection.NOTHING_TO_CHANGE)
                : Decision.accept(new HubAsked(patient.id())));
  }

  static Decision propose(DispatchView view, ProposeOutcome command) {
    return CareDecider.onOpenIncident(
        view,
        command.patient(),
        (incident, patient) -> {
          Optional<Rejection> refusal =
              findRefusal(incident, patient, command.outcome(), command.clinician())
                  .or(() -> findOutdated(patient, command.saw()));
          return refusal
              .map(Decision::reject)
              .orElseGet(
                  () ->
                      Decision.accept(
                          new OutcomeProposed(
                              patient.id(),
                              command.outcome(),
                              command.record(),
                              command.clinician().orElse(command.head().actor()))));
        });
  }

  /** The crew's own: it agrees, or decides otherwise and says why. */
  static Decision answer(DispatchView view, AnswerProposal command) {
    return CareDecider.onOpenIncident(
        view,
        command.patient(),
        (incident, patient) -> {
          boolean open =
              patient
                  .agreement()
                  .filter(each -> each.state() == Agreement.State.PROPOSED)
                  .isPresent();
          if (!open) {
            return Decision.reject(Rejection.PROPOSAL_MISSING);
          }
          if (!command.agreed() && command.record().isEmpty()) {
            return Decision.reject(Rejection.WORDS_MISSING);
          }
          return findOutdated(patient, command.saw())
              .map(Decision::reject)
              .orElseGet(
                  () ->
                      Decision.accept(
                          new OutcomeAnswered(patient.id(), command.agreed(), command.record())));
        });
  }

  static Decision agree(DispatchView view, AgreeOutcome command) {
    return CareDecider.onOpenIncident(
        view,
        command.patient(),
        (incident, patient) -> {
          Optional<Rejection> refusal =
              findRefusal(incident, patient, command.outcome(), command.clinician());
          if (refusal.isPresent()) {
            return Decision.reject(refusal.get());
          }
          boolean crew =
              command.with().stream().anyMatch(each -> each.role() == Party.Role.CREW_CLINICIAN);
          if (!crew || command.with().size() >= Agreement.PARTIES_MAX) {
            return Decision.reject(Rejection.PARTY_MISSING);
          }
          return Decision.accept(
              new OutcomeAgreed(
                  patient.id(),
                  command.outcome(),
                  command.agreed(),
                  all(command),
                  command.record()));
        });
  }

  private static List<Party> all(AgreeOutcome command) {
    List<Party> parties = new ArrayList<>();
    parties.add(new Party(Party.Role.HUB_CLINICIAN, command.clinician()));
    parties.addAll(command.with());
    return parties;
  }

  private static Optional<Rejection> findRefusal(
      Incident incident, Patient patient, Outcome outcome, Optional<Actor> clinician) {
    if (clinician.isEmpty()) {
      return Optional.of(Rejection.CLINICIAN_NEEDED);
    }
    if (patient.isHandedOn()) {
      return Optional.of(Rejection.HANDOVER_SIGNED);
    }
    if (!incident.response().attended()) {
      return Optional.of(Rejection.NOT_AT_SCENE);
    }
    return outcome.disposition() == Disposition.HEAR_AND_TREAT
        ? Optional.of(Rejection.DISPOSITION_UNFIT)
        : Optional.empty();
  }

  private static Optional<Rejection> findOutdated(Patient patient, long saw) {
    return saw == patient.version() ? Optional.empty() : Optional.of(Rejection.SEEN_STATE_OUTDATED);
  }
}
