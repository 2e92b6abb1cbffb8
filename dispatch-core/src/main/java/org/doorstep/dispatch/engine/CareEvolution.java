package org.doorstep.dispatch.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.CareEvent.AssessmentRecorded;
import org.doorstep.dispatch.event.CareEvent.AttendanceReported;
import org.doorstep.dispatch.event.CareEvent.DispositionChosen;
import org.doorstep.dispatch.event.CareEvent.FollowUpRecorded;
import org.doorstep.dispatch.event.CareEvent.HandedOverByHand;
import org.doorstep.dispatch.event.CareEvent.HandoverAnswered;
import org.doorstep.dispatch.event.CareEvent.HandoverDelivered;
import org.doorstep.dispatch.event.CareEvent.HandoverRedirected;
import org.doorstep.dispatch.event.CareEvent.HandoverSigned;
import org.doorstep.dispatch.event.CareEvent.OwnershipTaken;
import org.doorstep.dispatch.event.CareEvent.PatientReceived;
import org.doorstep.dispatch.event.CareEvent.PracticeAnswered;
import org.doorstep.dispatch.event.CareEvent.PreAlertAcknowledged;
import org.doorstep.dispatch.event.CareEvent.PreAlertCancelled;
import org.doorstep.dispatch.event.CareEvent.PreAlertSent;
import org.doorstep.dispatch.event.CareEvent.ReferralAnswered;
import org.doorstep.dispatch.event.CareEvent.ReferralCancelled;
import org.doorstep.dispatch.event.CareEvent.ReferralExpired;
import org.doorstep.dispatch.event.CareEvent.ReferralOffered;
import org.doorstep.dispatch.event.CareEvent.ResponsibilityEnded;
import org.doorstep.dispatch.event.CareEvent.ReturnHomeNoted;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Arrangements;
import org.doorstep.dispatch.model.Assessed;
import org.doorstep.dispatch.model.Handover;
import org.doorstep.dispatch.model.HandoverAnswer;
import org.doorstep.dispatch.model.HandoverState;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.PreAlert;
import org.doorstep.dispatch.model.Reception;
import org.doorstep.dispatch.model.Referral;
import org.doorstep.dispatch.model.ReferralAnswer;
import org.doorstep.dispatch.model.ReferralState;
import org.doorstep.dispatch.model.ReturnNote;

/** What each event about a patient's care changes. */
final class CareEvolution implements CareEvent.Cases<AreaState> {
  private final AreaState state;
  private final Actor actor;
  private final Instant at;
  private final long sequence;

  CareEvolution(AreaState state, Actor actor, Instant at, long sequence) {
    this.state = state;
    this.actor = actor;
    this.at = at;
    this.sequence = sequence;
  }

  @Override
  public AreaState assessmentRecorded(AssessmentRecorded event) {
    return change(
        event.patient(),
        patient ->
            patient.with(new Assessed(event.record(), at, event.proposal(), event.concerns())));
  }

  @Override
  public AreaState dispositionChosen(DispositionChosen event) {
    return change(event.patient(), patient -> patient.with(event.choice()));
  }

  @Override
  public AreaState ownershipTaken(OwnershipTaken event) {
    return arrange(event.patient(), arrangements -> arrangements.owned(actor));
  }

  @Override
  public AreaState referralOffered(ReferralOffered event) {
    return arrange(
        event.patient(),
        arrangements ->
            arrangements.with(
                new Referral(
                    event.referral(),
                    event.service(),
                    ReferralState.OFFERED,
                    sequence,
                    event.answerBy(),
                    event.rest())));
  }

  @Override
  public AreaState referralAnswered(ReferralAnswered event) {
    ReferralState next = stateOf(event.answer().kind());
    return refer(event.patient(), event.referral(), old -> old.now(next, event.dueAt()));
  }

  private static ReferralState stateOf(ReferralAnswer.Kind kind) {
    return switch (kind) {
      case INTERIM -> ReferralState.INTERIM;
      case ACCEPTED -> ReferralState.ACCEPTED;
      case REFUSED -> ReferralState.REFUSED;
    };
  }

  @Override
  public AreaState referralExpired(ReferralExpired event) {
    return refer(event.patient(), event.referral(), old -> old.now(ReferralState.EXPIRED, at));
  }

  @Override
  public AreaState referralCancelled(ReferralCancelled event) {
    return refer(event.patient(), event.referral(), old -> old.now(ReferralState.CANCELLED, at));
  }

  @Override
  public AreaState attendanceReported(AttendanceReported event) {
    ReferralState next = event.attended() ? ReferralState.ATTENDED : ReferralState.NOT_ATTENDED;
    return refer(event.patient(), event.referral(), old -> old.now(next, at));
  }

  @Override
  public AreaState preAlertSent(PreAlertSent event) {
    return arrange(
        event.patient(),
        arrangements ->
            arrangements.with(
                new PreAlert(
                    event.destination(),
                    event.record(),
                    sequence,
                    at,
                    Optional.empty(),
                    Optional.empty())));
  }

  @Override
  public AreaState preAlertAcknowledged(PreAlertAcknowledged event) {
    return arrange(
        event.patient(),
        arrangements ->
            arrangements
                .preAlert()
                .map(
                    sent ->
                        arrangements.with(
                            new PreAlert(
                                sent.destination(),
                                sent.record(),
                                sent.asked(),
                                sent.sentAt(),
                                Optional.of(event.bay()),
                                Optional.of(actor))))
                .orElse(arrangements));
  }

  @Override
  public AreaState patientReceived(PatientReceived event) {
    return arrange(event.patient(), arrangements -> arrangements.with(new Reception(actor, at)));
  }

  @Override
  public AreaState handoverSigned(HandoverSigned event) {
    return arrange(
        event.patient(),
        arrangements ->
            arrangements.with(
                new Handover(
                    event.terms(), onItsWay(event.terms()), event.record(), sequence, at)));
  }

  /** Without a practice there is nobody to send it to. */
  static HandoverState onItsWay(HandoverTerms terms) {
    if (terms.isKept()) {
      return HandoverState.KEPT;
    }
    return terms.practice().isPresent() ? HandoverState.SIGNED : HandoverState.UNDELIVERABLE;
  }

  @Override
  public AreaState handoverDelivered(HandoverDelivered event) {
    HandoverState next =
        switch (event.delivery()) {
          case SENT -> HandoverState.SENT;
          case RECEIVED -> HandoverState.RECEIVED;
          case FAILED -> HandoverState.UNDELIVERABLE;
        };
    return handOver(event.patient(), old -> old.now(next, at));
  }

  @Override
  public AreaState handoverAnswered(HandoverAnswered event) {
    return handOver(event.patient(), old -> old.now(stateOf(event.answer().kind()), at));
  }

  private static HandoverState stateOf(HandoverAnswer.Kind kind) {
    return switch (kind) {
      case ACCEPTED -> HandoverState.ACCEPTED;
      case ASKED_BACK -> HandoverState.QUERIED;
      case REFUSED -> HandoverState.REFUSED;
    };
  }

  @Override
  public AreaState practiceAnswered(PracticeAnswered event) {
    return handOver(
        event.patient(),
        old -> new Handover(old.terms(), HandoverState.SIGNED, old.record(), sequence, at));
  }

  @Override
  public AreaState handoverRedirected(HandoverRedirected event) {
    return handOver(
        event.patient(),
        old ->
            new Handover(
                old.terms().to(event.practice()),
                HandoverState.SIGNED,
                old.record(),
                sequence,
                at));
  }

  @Override
  public AreaState handedOverByHand(HandedOverByHand event) {
    return handOver(event.patient(), old -> old.now(HandoverState.BY_HAND, at));
  }

  @Override
  public AreaState preAlertCancelled(PreAlertCancelled event) {
    return arrange(event.patient(), Arrangements::unwarned);
  }

  /** A fact for reports: what was owed has ended with the acceptance. */
  @Override
  public AreaState followUpRecorded(FollowUpRecorded event) {
    return state;
  }

  @Override
  public AreaState returnHomeNoted(ReturnHomeNoted event) {
    return change(
        event.patient(), patient -> patient.with(new ReturnNote(event.record(), actor, at)));
  }

  @Override
  public AreaState responsibilityEnded(ResponsibilityEnded event) {
    state.removePatients(event.incident());
    return state;
  }

  private AreaState change(PatientId id, UnaryOperator<Patient> change) {
    state.put(change.apply(state.findPatient(id).orElseGet(() -> Patient.unknown(id))));
    return state;
  }

  private AreaState arrange(PatientId id, UnaryOperator<Arrangements> change) {
    return change(id, patient -> patient.with(change.apply(patient.arrangements())));
  }

  private AreaState refer(PatientId id, int number, UnaryOperator<Referral> change) {
    return arrange(
        id,
        arrangements ->
            arrangements
                .findReferral(number)
                .map(old -> arrangements.with(change.apply(old)))
                .orElse(arrangements));
  }

  private AreaState handOver(PatientId id, UnaryOperator<Handover> change) {
    return arrange(
        id,
        arrangements ->
            arrangements
                .handover()
                .map(old -> arrangements.with(change.apply(old)))
                .orElse(arrangements));
  }
}
