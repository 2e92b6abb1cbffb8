package org.doorstep.dispatch.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Bay;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.Delivery;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.FollowUpOutcome;
import org.doorstep.dispatch.model.HandoverAnswer;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.ReferralAnswer;
import org.doorstep.dispatch.model.ReferralPlan;
import org.doorstep.dispatch.model.ServiceId;

/** A fact about the care of one patient. */
public sealed interface CareEvent extends DispatchEvent {

  /** Calls the case for this event; a new kind does not compile until all answer it. */
  <R> R fold(Cases<R> cases);

  @Override
  default <R> R fold(DispatchEvent.Cases<R> cases) {
    return cases.care(this);
  }

  /** One answer for each kind of event. */
  interface Cases<R> {
    R assessmentRecorded(AssessmentRecorded event);

    R dispositionChosen(DispositionChosen event);

    R ownershipTaken(OwnershipTaken event);

    R referralOffered(ReferralOffered event);

    R referralAnswered(ReferralAnswered event);

    R referralExpired(ReferralExpired event);

    R referralCancelled(ReferralCancelled event);

    R attendanceReported(AttendanceReported event);

    R preAlertSent(PreAlertSent event);

    R preAlertAcknowledged(PreAlertAcknowledged event);

    R patientReceived(PatientReceived event);

    R handoverSigned(HandoverSigned event);

    R handoverDelivered(HandoverDelivered event);

    R handoverAnswered(HandoverAnswered event);

    R practiceAnswered(PracticeAnswered event);

    R handoverRedirected(HandoverRedirected event);

    R handedOverByHand(HandedOverByHand event);

    R preAlertCancelled(PreAlertCancelled event);

    R followUpRecorded(FollowUpRecorded event);

    R returnHomeNoted(ReturnHomeNoted event);

    R responsibilityEnded(ResponsibilityEnded event);
  }

  /** A patient was assessed, and the protocol made a proposal. */
  record AssessmentRecorded(
      PatientId patient, RecordId record, CareProposal proposal, Optional<List<Flag>> concerns)
      implements CareEvent {
    /** Without anything that only a clinician may end. */
    public AssessmentRecorded(PatientId patient, RecordId record, CareProposal proposal) {
      this(patient, record, proposal, Optional.empty());
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.assessmentRecorded(this);
    }
  }

  /** A person chose where care happens; {@code clinician} where only one could. */
  record DispositionChosen(PatientId patient, CareChoice choice, Optional<Actor> clinician)
      implements CareEvent {
    /** A choice that needed no clinician's name. */
    public DispositionChosen(PatientId patient, CareChoice choice) {
      this(patient, choice, Optional.empty());
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.dispositionChosen(this);
    }
  }

  /** Somebody of the hub took the patient on by name. */
  record OwnershipTaken(PatientId patient) implements CareEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.ownershipTaken(this);
    }
  }

  /** A service was asked to take the patient on. */
  record ReferralOffered(
      PatientId patient, int referral, ServiceId service, ReferralPlan rest, Instant answerBy)
      implements CareEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.referralOffered(this);
    }
  }

  /** A service has answered; {@code dueAt} is when the next step is due. */
  record ReferralAnswered(PatientId patient, int referral, ReferralAnswer answer, Instant dueAt)
      implements CareEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.referralAnswered(this);
    }
  }

  /** A service has not answered in time. */
  record ReferralExpired(PatientId patient, int referral) implements CareEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.referralExpired(this);
    }
  }

  /** An offer was taken back. */
  record ReferralCancelled(PatientId patient, int referral) implements CareEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.referralCancelled(this);
    }
  }

  /** The visit has happened, or has not. */
  record AttendanceReported(PatientId patient, int referral, boolean attended)
      implements CareEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.attendanceReported(this);
    }
  }

  /** A hospital was warned. */
  record PreAlertSent(PatientId patient, ServiceId destination, RecordId record)
      implements CareEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.preAlertSent(this);
    }
  }

  /** The hospital has taken note, by name. */
  record PreAlertAcknowledged(PatientId patient, Bay bay) implements CareEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.preAlertAcknowledged(this);
    }
  }

  /** The destination has taken the patient over, by name. */
  record PatientReceived(PatientId patient) implements CareEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.patientReceived(this);
    }
  }

  /** The handover to the practice was signed. */
  record HandoverSigned(PatientId patient, RecordId record, HandoverTerms terms)
      implements CareEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.handoverSigned(this);
    }
  }

  /** Something became of the sending of a handover. */
  record HandoverDelivered(PatientId patient, Delivery delivery) implements CareEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.handoverDelivered(this);
    }
  }

  /** The practice has answered. */
  record HandoverAnswered(PatientId patient, HandoverAnswer answer) implements CareEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.handoverAnswered(this);
    }
  }

  /** The practice's question was answered, and the letter goes out again. */
  record PracticeAnswered(PatientId patient, RecordId record) implements CareEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.practiceAnswered(this);
    }
  }

  /** The handover goes to another practice. */
  record HandoverRedirected(PatientId patient, ServiceId practice) implements CareEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.handoverRedirected(this);
    }
  }

  /** A person has passed the patient on. */
  record HandedOverByHand(PatientId patient, RecordId record) implements CareEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.handedOverByHand(this);
    }
  }

  /** A warning is void: the patient does not come, or not there. */
  record PreAlertCancelled(PatientId patient) implements CareEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.preAlertCancelled(this);
    }
  }

  /** The practice has said what became of the action that it had accepted. */
  record FollowUpRecorded(PatientId patient, FollowUpOutcome outcome, RecordId record)
      implements CareEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.followUpRecorded(this);
    }
  }

  /** Somebody who knows the home has said what helps the patient to come back to it. */
  record ReturnHomeNoted(PatientId patient, RecordId record) implements CareEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.returnHomeNoted(this);
    }
  }

  /** Nobody owes any patient of the incident anything any more. */
  record ResponsibilityEnded(IncidentId incident) implements CareEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.responsibilityEnded(this);
    }
  }
}
