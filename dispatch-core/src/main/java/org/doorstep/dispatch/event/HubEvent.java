package org.doorstep.dispatch.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CallBackOutcome;
import org.doorstep.dispatch.model.CallBackReason;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Outcome;
import org.doorstep.dispatch.model.Party;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.ReviewOutcome;
import org.doorstep.dispatch.model.UnreachedDecision;
import org.doorstep.dispatch.model.WelfareOutcome;

/** A fact about those who wait, or between the hub and a crew. */
public sealed interface HubEvent extends DispatchEvent {

  /** Calls the case for this event. */
  <R> R fold(HubCases<R> cases);

  @Override
  default <R> R fold(Cases<R> cases) {
    return cases.hub(this);
  }

  /** One answer for each kind of event of the hub. */
  interface HubCases<R> {
    R callBackQueued(CallBackQueued event);

    R caseTaken(CaseTaken event);

    R caseReleased(CaseReleased event);

    R callBackMade(CallBackMade event);

    R welfareCallMade(WelfareCallMade event);

    R contactReviewed(ContactReviewed event);

    R unreachedDecided(UnreachedDecided event);

    R hubAsked(HubAsked event);

    R outcomeProposed(OutcomeProposed event);

    R outcomeAnswered(OutcomeAnswered event);

    R outcomeAgreed(OutcomeAgreed event);
  }

  /** An incident was put on the queue of call-backs. */
  record CallBackQueued(IncidentId incident, CallBackReason reason, Instant dueAt)
      implements HubEvent {
    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.callBackQueued(this);
    }
  }

  /** Somebody took a case by name; {@code from} is who had it before. */
  record CaseTaken(IncidentId incident, Optional<Actor> from) implements HubEvent {
    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.caseTaken(this);
    }
  }

  /** A case was given back. */
  record CaseReleased(IncidentId incident) implements HubEvent {
    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.caseReleased(this);
    }
  }

  /** A clinician has called back; {@code nextDueAt} where nobody answered. */
  record CallBackMade(
      IncidentId incident,
      CallBackOutcome outcome,
      Optional<RecordId> record,
      Optional<Instant> nextDueAt)
      implements HubEvent {
    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.callBackMade(this);
    }
  }

  /** Somebody who waits was called. */
  record WelfareCallMade(IncidentId incident, WelfareOutcome outcome, Optional<RecordId> record)
      implements HubEvent {
    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.welfareCallMade(this);
    }
  }

  /** A clinician has looked at somebody who called again or is worse. */
  record ContactReviewed(
      IncidentId incident, ReviewOutcome outcome, Optional<RecordId> record, Actor clinician)
      implements HubEvent {
    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.contactReviewed(this);
    }
  }

  /** A person decided about somebody who does not answer. */
  record UnreachedDecided(
      IncidentId incident, UnreachedDecision decision, Optional<RecordId> record)
      implements HubEvent {
    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.unreachedDecided(this);
    }
  }

  /** A crew wants to speak with the hub. */
  record HubAsked(PatientId patient) implements HubEvent {
    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.hubAsked(this);
    }
  }

  /** The hub has proposed where care should happen. */
  record OutcomeProposed(
      PatientId patient, Outcome outcome, Optional<RecordId> record, Actor clinician)
      implements HubEvent {
    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.outcomeProposed(this);
    }
  }

  /** The crew has answered the proposal. */
  record OutcomeAnswered(PatientId patient, boolean agreed, Optional<RecordId> record)
      implements HubEvent {
    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.outcomeAnswered(this);
    }
  }

  /** It was spoken of by voice, and recorded with all who took part. */
  record OutcomeAgreed(
      PatientId patient, Outcome outcome, boolean agreed, List<Party> parties, RecordId record)
      implements HubEvent {
    public OutcomeAgreed {
      parties = List.copyOf(parties);
    }

    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.outcomeAgreed(this);
    }
  }
}
