package org.doorstep.server.http;

import java.util.stream.Collectors;
import org.doorstep.dispatch.event.HubEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Outcome;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.server.http.HistoryFacts.Facts;

/** The part of the facts of a history that is about those who wait, and of hub and crew. */
final class HubHistoryFacts implements HubEvent.HubCases<Facts> {
  @Override
  public Facts callBackQueued(HubEvent.CallBackQueued event) {
    return Facts.of("reason", event.reason()).and("dueAt", event.dueAt());
  }

  @Override
  public Facts caseTaken(HubEvent.CaseTaken event) {
    return new Facts().and("from", event.from().map(Actor::value));
  }

  @Override
  public Facts caseReleased(HubEvent.CaseReleased event) {
    return new Facts();
  }

  @Override
  public Facts callBackMade(HubEvent.CallBackMade event) {
    return Facts.of("outcome", event.outcome()).and("dueAt", event.nextDueAt());
  }

  @Override
  public Facts welfareCallMade(HubEvent.WelfareCallMade event) {
    return Facts.of("outcome", event.outcome());
  }

  @Override
  public Facts contactReviewed(HubEvent.ContactReviewed event) {
    return Facts.of("outcome", event.outcome()).and("clinician", event.clinician().value());
  }

  @Override
  public Facts unreachedDecided(HubEvent.UnreachedDecided event) {
    return Facts.of("decision", event.decision());
  }

  @Override
  public Facts hubAsked(HubEvent.HubAsked event) {
    return about(event.patient());
  }

  @Override
  public Facts outcomeProposed(HubEvent.OutcomeProposed event) {
    return outcome(event.patient(), event.outcome());
  }

  @Override
  public Facts outcomeAnswered(HubEvent.OutcomeAnswered event) {
    return about(event.patient()).and("agreed", event.agreed());
  }

  @Override
  public Facts outcomeAgreed(HubEvent.OutcomeAgreed event) {
    return outcome(event.patient(), event.outcome())
        .and("agreed", event.agreed())
        .and(
            "parties",
            event.parties().stream()
                .map(party -> party.role().name())
                .collect(Collectors.joining(",")));
  }

  private static Facts outcome(PatientId patient, Outcome outcome) {
    return about(patient)
        .and("disposition", outcome.disposition())
        .and("destination", outcome.kind())
        .and("service", outcome.service().map(service -> service.value()));
  }

  private static Facts about(PatientId patient) {
    return Facts.of("patient", patient.number());
  }
}
