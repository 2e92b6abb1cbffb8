package org.doorstep.simulator.workload;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.doorstep.dispatch.command.CareCommand;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.model.Arrangements;
import org.doorstep.dispatch.model.Bay;
import org.doorstep.dispatch.model.Delivery;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Handover;
import org.doorstep.dispatch.model.HandoverAnswer;
import org.doorstep.dispatch.model.HandoverRefusal;
import org.doorstep.dispatch.model.HandoverState;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.PreAlert;
import org.doorstep.dispatch.model.Referral;
import org.doorstep.dispatch.model.ReferralAnswer;
import org.doorstep.dispatch.model.ReferralRefusal;
import org.doorstep.dispatch.model.ReferralState;
import org.doorstep.simulator.chance.Chance;

/**
 * Those who take patients on (services, the hospital, practices), the sender of letters, and the
 * hub that mends what goes wrong between them. Each is told by the log and acts after some time.
 */
final class Partners implements CareEvent.Cases<Partners> {
  private final Errands errands;
  private final Chance chance;

  Partners(Errands errands, Chance chance) {
    this.errands = errands;
    this.chance = chance;
  }

  @Override
  public Partners assessmentRecorded(CareEvent.AssessmentRecorded event) {
    return this;
  }

  @Override
  public Partners dispositionChosen(CareEvent.DispositionChosen event) {
    return this;
  }

  @Override
  public Partners ownershipTaken(CareEvent.OwnershipTaken event) {
    return this;
  }

  @Override
  public Partners referralOffered(CareEvent.ReferralOffered event) {
    if (!chance.happens(0.12)) {
      double kind = chance.share();
      answer(event.patient(), event.referral(), kind < 0.15, kind < 0.75);
    }
    return this;
  }

  @Override
  public Partners referralAnswered(CareEvent.ReferralAnswered event) {
    if (event.answer().kind() == ReferralAnswer.Kind.INTERIM) {
      answer(event.patient(), event.referral(), false, chance.happens(0.8));
    } else if (event.answer().kind() == ReferralAnswer.Kind.ACCEPTED) {
      visited(event.patient(), chance.between(300, 1_800), chance.happens(0.85));
    } else {
      turnedAway(event.patient());
    }
    return this;
  }

  @Override
  public Partners referralExpired(CareEvent.ReferralExpired event) {
    turnedAway(event.patient());
    return this;
  }

  @Override
  public Partners referralCancelled(CareEvent.ReferralCancelled event) {
    return this;
  }

  @Override
  public Partners attendanceReported(CareEvent.AttendanceReported event) {
    if (!event.attended()) {
      visited(event.patient(), chance.between(120, 1_200), true);
    }
    return this;
  }

  @Override
  public Partners preAlertSent(CareEvent.PreAlertSent event) {
    double seconds = chance.happens(0.1) ? chance.between(190, 300) : chance.between(10, 60);
    onPatient(
        seconds,
        "hospital",
        event.patient(),
        patient -> patient.arrangements().preAlert().filter(Partners::isUnheard).isPresent(),
        (head, patient) ->
            new CareCommand.AcknowledgePreAlert(
                head, patient.id(), Optional.of(Town.HOSPITAL), new Bay("R1")));
    return this;
  }

  private static boolean isUnheard(PreAlert sent) {
    return sent.acknowledgedBy().isEmpty();
  }

  @Override
  public Partners preAlertAcknowledged(CareEvent.PreAlertAcknowledged event) {
    return this;
  }

  @Override
  public Partners patientReceived(CareEvent.PatientReceived event) {
    return this;
  }

  @Override
  public Partners handoverSigned(CareEvent.HandoverSigned event) {
    return event.terms().practice().isPresent()
        ? deliver(event.patient())
        : passOn(event.patient(), chance.between(60, 2_400));
  }

  @Override
  public Partners handoverDelivered(CareEvent.HandoverDelivered event) {
    if (event.delivery() == Delivery.FAILED) {
      return passOn(event.patient(), chance.between(60, 2_400));
    }
    return event.delivery() == Delivery.RECEIVED ? practiceReads(event.patient()) : this;
  }

  @Override
  public Partners handoverAnswered(CareEvent.HandoverAnswered event) {
    return switch (event.answer().kind()) {
      case ACCEPTED -> this;
      case ASKED_BACK -> answerPractice(event.patient());
      case REFUSED -> passOn(event.patient(), chance.between(60, 1_200));
    };
  }

  @Override
  public Partners practiceAnswered(CareEvent.PracticeAnswered event) {
    return deliver(event.patient());
  }

  @Override
  public Partners handoverRedirected(CareEvent.HandoverRedirected event) {
    return deliver(event.patient());
  }

  @Override
  public Partners handedOverByHand(CareEvent.HandedOverByHand event) {
    return this;
  }

  @Override
  public Partners preAlertCancelled(CareEvent.PreAlertCancelled event) {
    return this;
  }

  @Override
  public Partners followUpRecorded(CareEvent.FollowUpRecorded event) {
    return this;
  }

  @Override
  public Partners returnHomeNoted(CareEvent.ReturnHomeNoted event) {
    return this;
  }

  @Override
  public Partners responsibilityEnded(CareEvent.ResponsibilityEnded event) {
    return this;
  }

  /** A crew stands at the door of the hospital. */
  void arrived(IncidentId incident) {
    for (Patient there : errands.board().listPatients(incident)) {
      onPatient(
          chance.between(10, 60),
          "hospital",
          there.id(),
          patient ->
              Bedside.goesTo(patient, Disposition.ACUTE)
                  && patient.arrangements().reception().isEmpty(),
          (head, patient) ->
              new CareCommand.ReceivePatient(head, patient.id(), Optional.of(Town.HOSPITAL)));
    }
  }

  /** Something owed to a patient is late: the hub sees to it. */
  void late(PatientId patient) {
    double seconds = chance.between(10, 120);
    passOn(patient, seconds);
    visited(patient, seconds, true);
  }

  private void answer(PatientId id, int referral, boolean interim, boolean accepts) {
    double seconds = chance.between(10, 90);
    boolean says = chance.happens(0.5);
    long withinSeconds = chance.whole(400, 2_000);
    onPatient(
        seconds,
        "service",
        id,
        patient -> isOpen(patient, referral, interim),
        (head, patient) ->
            new CareCommand.AnswerReferral(
                head,
                id,
                Optional.empty(),
                referral,
                answer(interim, accepts, head.at().plusSeconds(withinSeconds), says)));
  }

  private static boolean isOpen(Patient patient, int referral, boolean interim) {
    return patient
        .arrangements()
        .findReferral(referral)
        .map(Referral::state)
        .filter(state -> interim ? state == ReferralState.OFFERED : state.isAsked())
        .isPresent();
  }

  private static ReferralAnswer answer(
      boolean interim, boolean accepts, Instant attendBy, boolean says) {
    if (interim) {
      return new ReferralAnswer(ReferralAnswer.Kind.INTERIM, Optional.empty(), Optional.empty());
    }
    return accepts
        ? new ReferralAnswer(
            ReferralAnswer.Kind.ACCEPTED,
            Optional.empty(),
            says ? Optional.of(attendBy) : Optional.empty())
        : new ReferralAnswer(
            ReferralAnswer.Kind.REFUSED,
            Optional.of(ReferralRefusal.NO_CAPACITY),
            Optional.empty());
  }

  private void visited(PatientId id, double seconds, boolean attended) {
    onPatient(
        seconds,
        "service",
        id,
        patient ->
            patient
                .arrangements()
                .lastReferral()
                .map(Referral::state)
                .filter(
                    state ->
                        state == ReferralState.ACCEPTED
                            || (attended && state == ReferralState.NOT_ATTENDED))
                .isPresent(),
        (head, patient) ->
            new CareCommand.ReportAttendance(
                head,
                id,
                Optional.empty(),
                patient.arrangements().lastReferral().map(Referral::number).orElse(0),
                attended));
  }

  /** Where the crew has left and all services have said no, the hub finds another way. */
  private void turnedAway(PatientId id) {
    onPatient(
        chance.between(60, 1_500),
        "hub",
        id,
        patient -> patient.isTurnedAway() && patient.isHandedOn(),
        (head, patient) ->
            new CareCommand.CancelReferral(
                head, id, patient.arrangements().lastReferral().map(Referral::number).orElse(0)));
  }

  private Partners deliver(PatientId id) {
    double fate = chance.share();
    if (fate < 0.5) {
      report(id, 3, Delivery.SENT);
    }
    if (fate > 0.03) {
      report(id, chance.between(5, 60), fate < 0.9 ? Delivery.RECEIVED : Delivery.FAILED);
    }
    return this;
  }

  private void report(PatientId id, double seconds, Delivery delivery) {
    onHandover(
        seconds,
        "sender",
        id,
        handover ->
            handover.state() == HandoverState.SIGNED
                || (delivery != Delivery.SENT && handover.state() == HandoverState.SENT),
        (head, handover) -> new CareCommand.ReportDelivery(head, id, handover.asked(), delivery));
  }

  private Partners practiceReads(PatientId id) {
    double kind = chance.share();
    HandoverAnswer answer;
    if (kind < 0.8) {
      answer = new HandoverAnswer(HandoverAnswer.Kind.ACCEPTED, Optional.empty(), Optional.empty());
    } else if (kind < 0.9) {
      answer =
          new HandoverAnswer(
              HandoverAnswer.Kind.ASKED_BACK, Optional.empty(), Optional.of(errands.record()));
    } else {
      answer =
          new HandoverAnswer(
              HandoverAnswer.Kind.REFUSED,
              Optional.of(HandoverRefusal.NOT_OUR_PATIENT),
              Optional.empty());
    }
    onHandover(
        chance.between(60, 1_500),
        "practice",
        id,
        handover -> handover.state() == HandoverState.RECEIVED && !handover.hasEnded(),
        (head, handover) ->
            new CareCommand.AnswerHandover(head, id, handover.terms().practice(), answer));
    return this;
  }

  private Partners answerPractice(PatientId id) {
    onHandover(
        chance.between(60, 600),
        "hub",
        id,
        handover -> handover.state() == HandoverState.QUERIED,
        (head, handover) -> new CareCommand.AnswerPractice(head, id, errands.record()));
    return this;
  }

  private Partners passOn(PatientId id, double seconds) {
    boolean byHand = chance.happens(0.5);
    onHandover(
        seconds,
        "hub",
        id,
        handover ->
            handover.state().isStranded()
                || handover.state() == HandoverState.SIGNED
                || handover.state() == HandoverState.SENT,
        (head, handover) ->
            byHand || !handover.state().isStranded()
                ? new CareCommand.HandOverByHand(head, id, errands.record())
                : new CareCommand.RedirectHandover(head, id, chance.pick(Town.PRACTICES)));
    return this;
  }

  private interface OnPatient<T> {
    Command command(CommandHead head, T of);
  }

  private void onHandover(
      double seconds,
      String user,
      PatientId id,
      Function<Handover, Boolean> isDue,
      OnPatient<Handover> then) {
    errands.run(
        seconds,
        user,
        (board, head) ->
            board
                .findPatient(id)
                .map(Patient::arrangements)
                .flatMap(Arrangements::handover)
                .filter(isDue::apply)
                .map(handover -> then.command(head, handover)));
  }

  private void onPatient(
      double seconds,
      String user,
      PatientId id,
      Function<Patient, Boolean> isDue,
      OnPatient<Patient> then) {
    errands.run(
        seconds,
        user,
        (board, head) ->
            board.findPatient(id).filter(isDue::apply).map(patient -> then.command(head, patient)));
  }
}
