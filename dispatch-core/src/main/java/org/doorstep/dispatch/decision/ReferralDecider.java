package org.doorstep.dispatch.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.doorstep.dispatch.command.CareCommand.AnswerReferral;
import org.doorstep.dispatch.command.CareCommand.CancelReferral;
import org.doorstep.dispatch.command.CareCommand.OfferReferral;
import org.doorstep.dispatch.command.CareCommand.ReportAttendance;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.CareEvent.AttendanceReported;
import org.doorstep.dispatch.event.CareEvent.ReferralAnswered;
import org.doorstep.dispatch.event.CareEvent.ReferralCancelled;
import org.doorstep.dispatch.event.CareEvent.ReferralExpired;
import org.doorstep.dispatch.event.CareEvent.ReferralOffered;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Referral;
import org.doorstep.dispatch.model.ReferralAnswer;
import org.doorstep.dispatch.model.ReferralPlan;
import org.doorstep.dispatch.model.ReferralState;
import org.doorstep.dispatch.model.ServiceId;

/** Decides about offers of a patient to services: asked in turn, answered in time, attended. */
final class ReferralDecider {
  /** The two hours of an urgent community response; an answer may say another time. */
  private static final Duration VISIT_USUAL = Duration.ofHours(2);

  private ReferralDecider() {}

  static Decision offer(DispatchView view, OfferReferral command) {
    return CareDecider.onPatient(
        view,
        command.patient(),
        patient -> {
          if (patient.isAnother()) {
            return Decision.reject(Rejection.PATIENT_MERGED);
          }
          if (patient.choice().isEmpty()) {
            return Decision.reject(Rejection.DISPOSITION_MISSING);
          }
          if (patient.choice().get().disposition() != Disposition.COMMUNITY
              || command.plan().services().isEmpty()) {
            return Decision.reject(Rejection.DISPOSITION_UNFIT);
          }
          boolean open =
              patient
                  .arrangements()
                  .lastReferral()
                  .map(Referral::state)
                  .filter(state -> state.isOpen() && state != ReferralState.NOT_ATTENDED)
                  .isPresent();
          return open
              ? Decision.reject(Rejection.REFERRAL_OPEN)
              : Decision.accept(offered(patient, command.plan(), command.head().at()));
        });
  }

  static Decision answer(DispatchView view, AnswerReferral command) {
    return onReferral(
        view,
        command.patient(),
        command.referral(),
        command.by(),
        (patient, referral) -> {
          ReferralAnswer answer = command.answer();
          boolean again =
              answer.kind() == ReferralAnswer.Kind.INTERIM
                  && referral.state() == ReferralState.INTERIM;
          if (!referral.state().isAsked() || again) {
            return Decision.reject(Rejection.REFERRAL_ANSWERED);
          }
          Instant now = command.head().at();
          var answered =
              new ReferralAnswered(
                  patient.id(), referral.number(), answer, due(referral, answer, now));
          return answer.kind() == ReferralAnswer.Kind.REFUSED
              ? accept(answered, findNext(patient, referral, now))
              : Decision.accept(answered);
        });
  }

  private static Instant due(Referral referral, ReferralAnswer answer, Instant now) {
    return switch (answer.kind()) {
      case ACCEPTED -> answer.attendBy().orElse(now.plus(VISIT_USUAL));
      case INTERIM -> referral.dueAt();
      // From now on somebody has to find another way.
      case REFUSED -> now;
    };
  }

  static Decision cancel(DispatchView view, CancelReferral command) {
    return onReferral(
        view,
        command.patient(),
        command.referral(),
        Optional.empty(),
        (patient, referral) ->
            referral.state().isOpen() || isLastWord(patient, referral)
                ? Decision.accept(new ReferralCancelled(patient.id(), referral.number()))
                : Decision.reject(Rejection.REFERRAL_ANSWERED));
  }

  /** Where all have said no, the hub may settle it without a service. */
  private static boolean isLastWord(Patient patient, Referral referral) {
    return patient.isTurnedAway()
        && patient.arrangements().lastReferral().filter(referral::equals).isPresent();
  }

  static Decision reportAttendance(DispatchView view, ReportAttendance command) {
    return onReferral(
        view,
        command.patient(),
        command.referral(),
        command.by(),
        (patient, referral) -> {
          boolean expected =
              referral.state() == ReferralState.ACCEPTED
                  || (referral.state() == ReferralState.NOT_ATTENDED && command.attended());
          return expected
              ? Decision.accept(
                  new AttendanceReported(patient.id(), referral.number(), command.attended()))
              : Decision.reject(Rejection.REFERRAL_ANSWERED);
        });
  }

  /** What happens to an offer whose time has passed: it ends, and the next service is asked. */
  static List<DispatchEvent> expire(Patient patient, Referral referral, Instant now) {
    List<DispatchEvent> events = new ArrayList<>();
    events.add(new ReferralExpired(patient.id(), referral.number()));
    findNext(patient, referral, now).ifPresent(events::add);
    return events;
  }

  private static Decision accept(DispatchEvent first, Optional<DispatchEvent> next) {
    return next.map(event -> Decision.accept(first, event)).orElseGet(() -> Decision.accept(first));
  }

  private static Optional<DispatchEvent> findNext(Patient patient, Referral referral, Instant now) {
    return referral.rest().services().isEmpty()
        ? Optional.empty()
        : Optional.of(offered(patient, referral.rest(), now));
  }

  private static ReferralOffered offered(Patient patient, ReferralPlan plan, Instant now) {
    return new ReferralOffered(
        patient.id(),
        patient.arrangements().referrals().size() + 1,
        plan.services().get(0),
        plan.rest(),
        now.plusSeconds(plan.answerSeconds()));
  }

  private static Decision onReferral(
      DispatchView view,
      PatientId id,
      int number,
      Optional<ServiceId> by,
      BiFunction<Patient, Referral, Decision> then) {
    return CareDecider.onPatientOf(
        view,
        id,
        by,
        patient -> patient.arrangements().findReferral(number).map(Referral::service),
        patient ->
            patient
                .arrangements()
                .findReferral(number)
                .map(referral -> then.apply(patient, referral))
                .orElseGet(() -> Decision.reject(Rejection.REFERRAL_UNKNOWN)));
  }
}
