package org.doorstep.dispatch.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.doorstep.dispatch.event.HubEvent;
import org.doorstep.dispatch.event.HubEvent.CallBackMade;
import org.doorstep.dispatch.event.HubEvent.CallBackQueued;
import org.doorstep.dispatch.event.HubEvent.CaseReleased;
import org.doorstep.dispatch.event.HubEvent.CaseTaken;
import org.doorstep.dispatch.event.HubEvent.ContactReviewed;
import org.doorstep.dispatch.event.HubEvent.HubAsked;
import org.doorstep.dispatch.event.HubEvent.OutcomeAgreed;
import org.doorstep.dispatch.event.HubEvent.OutcomeAnswered;
import org.doorstep.dispatch.event.HubEvent.OutcomeProposed;
import org.doorstep.dispatch.event.HubEvent.UnreachedDecided;
import org.doorstep.dispatch.event.HubEvent.WelfareCallMade;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Agreement;
import org.doorstep.dispatch.model.CallBack;
import org.doorstep.dispatch.model.CallBackOutcome;
import org.doorstep.dispatch.model.Contact;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Party;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Taken;

/** What each event about those who wait, and between hub and crew, changes. */
final class HubEvolution implements HubEvent.HubCases<AreaState> {
  private final AreaState state;
  private final Actor actor;
  private final Instant at;

  HubEvolution(AreaState state, Actor actor, Instant at) {
    this.state = state;
    this.actor = actor;
    this.at = at;
  }

  @Override
  public AreaState callBackQueued(CallBackQueued event) {
    CallBack entry = new CallBack(event.reason(), at, event.dueAt(), 0, Optional.empty());
    return on(event.incident(), contact -> contact.withCallBack(Optional.of(entry)));
  }

  @Override
  public AreaState caseTaken(CaseTaken event) {
    return on(event.incident(), contact -> contact.takenBy(new Taken(actor, at)));
  }

  @Override
  public AreaState caseReleased(CaseReleased event) {
    return on(event.incident(), Contact::released);
  }

  /** Who was reached has left the queue; who was not stays on it, and the case is nobody's. */
  @Override
  public AreaState callBackMade(CallBackMade event) {
    boolean reached = event.outcome() != CallBackOutcome.NO_ANSWER;
    return on(
        event.incident(),
        contact ->
            contact
                .withCallBack(
                    contact
                        .callBack()
                        .filter(entry -> !reached)
                        .map(entry -> entry.unanswered(at, event.nextDueAt().orElse(at))))
                .released());
  }

  @Override
  public AreaState welfareCallMade(WelfareCallMade event) {
    return on(event.incident(), contact -> contact.called(event.outcome(), at));
  }

  @Override
  public AreaState contactReviewed(ContactReviewed event) {
    return on(event.incident(), Contact::reviewed);
  }

  @Override
  public AreaState unreachedDecided(UnreachedDecided event) {
    return on(event.incident(), contact -> contact.decided(event.decision(), at));
  }

  @Override
  public AreaState hubAsked(HubAsked event) {
    return on(event.patient().incident(), contact -> contact.hubAsked(at));
  }

  @Override
  public AreaState outcomeProposed(OutcomeProposed event) {
    return agree(
        event.patient(),
        new Agreement(
            event.outcome(),
            Agreement.State.PROPOSED,
            event.record(),
            at,
            List.of(new Party(Party.Role.HUB_CLINICIAN, Optional.of(event.clinician())))));
  }

  @Override
  public AreaState outcomeAnswered(OutcomeAnswered event) {
    state
        .findPatient(event.patient())
        .flatMap(Patient::agreement)
        .ifPresent(
            proposed ->
                agree(
                    event.patient(),
                    new Agreement(
                        proposed.outcome(),
                        stateOf(event.agreed()),
                        event.record().or(proposed::record),
                        at,
                        List.of(
                            proposed.parties().get(0),
                            new Party(Party.Role.CREW_CLINICIAN, Optional.of(actor))))));
    return state;
  }

  @Override
  public AreaState outcomeAgreed(OutcomeAgreed event) {
    return agree(
        event.patient(),
        new Agreement(
            event.outcome(),
            stateOf(event.agreed()),
            Optional.of(event.record()),
            at,
            event.parties()));
  }

  private static Agreement.State stateOf(boolean agreed) {
    return agreed ? Agreement.State.AGREED : Agreement.State.DISAGREED;
  }

  private AreaState on(IncidentId id, UnaryOperator<Contact> change) {
    state
        .findIncident(id)
        .map(incident -> incident.contacted(change.apply(incident.report().spoken())))
        .ifPresent(state::put);
    return state;
  }

  private AreaState agree(PatientId id, Agreement now) {
    state.put(state.findPatient(id).orElseGet(() -> Patient.unknown(id)).with(now));
    return state;
  }
}
