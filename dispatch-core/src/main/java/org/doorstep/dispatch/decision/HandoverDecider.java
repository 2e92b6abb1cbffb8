package org.doorstep.dispatch.decision;

import java.util.EnumSet;
import java.util.Optional;
import java.util.function.BiFunction;
import org.doorstep.dispatch.command.CareCommand.AnswerHandover;
import org.doorstep.dispatch.command.CareCommand.AnswerPractice;
import org.doorstep.dispatch.command.CareCommand.HandOverByHand;
import org.doorstep.dispatch.command.CareCommand.RecordFollowUp;
import org.doorstep.dispatch.command.CareCommand.RedirectHandover;
import org.doorstep.dispatch.command.CareCommand.ReportDelivery;
import org.doorstep.dispatch.command.CareCommand.SignHandover;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.CareEvent.FollowUpRecorded;
import org.doorstep.dispatch.event.CareEvent.HandedOverByHand;
import org.doorstep.dispatch.event.CareEvent.HandoverAnswered;
import org.doorstep.dispatch.event.CareEvent.HandoverDelivered;
import org.doorstep.dispatch.event.CareEvent.HandoverRedirected;
import org.doorstep.dispatch.event.CareEvent.HandoverSigned;
import org.doorstep.dispatch.event.CareEvent.PracticeAnswered;
import org.doorstep.dispatch.model.Delivery;
import org.doorstep.dispatch.model.Handover;
import org.doorstep.dispatch.model.HandoverState;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.ServiceId;

/**
 * Decides about the way back to the practice: signed, sent, received, accepted; or asked back,
 * refused, stranded, and passed on by hand. A step that comes twice or late changes nothing.
 */
final class HandoverDecider {
  private HandoverDecider() {}

  static Decision sign(DispatchView view, SignHandover command) {
    return CareDecider.onPatient(
        view,
        command.patient(),
        patient -> {
          if (patient.isAnother()) {
            return Decision.reject(Rejection.PATIENT_MERGED);
          }
          if (patient.isHandedOn()) {
            return Decision.reject(Rejection.HANDOVER_SIGNED);
          }
          return patient.choice().isEmpty()
              ? Decision.reject(Rejection.DISPOSITION_MISSING)
              : Decision.accept(
                  new HandoverSigned(patient.id(), command.record(), command.terms()));
        });
  }

  static Decision reportDelivery(DispatchView view, ReportDelivery command) {
    return onHandover(
        view,
        command.patient(),
        (patient, handover) -> {
          if (handover.asked() != command.asked()) {
            return Decision.reject(Rejection.ANSWER_OUTDATED);
          }
          return goesOn(handover.state(), command.delivery())
              ? Decision.accept(new HandoverDelivered(patient.id(), command.delivery()))
              : Decision.reject(Rejection.NOTHING_TO_CHANGE);
        });
  }

  private static boolean goesOn(HandoverState state, Delivery delivery) {
    return switch (delivery) {
      case SENT -> state == HandoverState.SIGNED;
      // A receipt may overtake the word that it was sent, or come after all was given up.
      case RECEIVED ->
          EnumSet.of(HandoverState.SIGNED, HandoverState.SENT, HandoverState.UNDELIVERABLE)
              .contains(state);
      case FAILED -> EnumSet.of(HandoverState.SIGNED, HandoverState.SENT).contains(state);
    };
  }

  static Decision answer(DispatchView view, AnswerHandover command) {
    return onHandover(
        view,
        command.patient(),
        command.by(),
        (patient, handover) -> {
          boolean asked = handover.terms().kind() == HandoverTerms.Kind.ACTION_REQUESTED;
          boolean there =
              EnumSet.of(HandoverState.SENT, HandoverState.RECEIVED).contains(handover.state());
          return asked && there
              ? Decision.accept(new HandoverAnswered(patient.id(), command.answer()))
              : Decision.reject(Rejection.HANDOVER_ELSEWHERE);
        });
  }

  static Decision answerPractice(DispatchView view, AnswerPractice command) {
    return onHandover(
        view,
        command.patient(),
        (patient, handover) ->
            handover.state() == HandoverState.QUERIED
                ? Decision.accept(new PracticeAnswered(patient.id(), command.record()))
                : Decision.reject(Rejection.HANDOVER_ELSEWHERE));
  }

  static Decision redirect(DispatchView view, RedirectHandover command) {
    return onHandover(
        view,
        command.patient(),
        (patient, handover) -> {
          boolean same = handover.terms().practice().filter(command.practice()::equals).isPresent();
          if (handover.hasEnded() || (same && !handover.state().isStranded())) {
            return Decision.reject(Rejection.HANDOVER_ELSEWHERE);
          }
          return Decision.accept(new HandoverRedirected(patient.id(), command.practice()));
        });
  }

  static Decision byHand(DispatchView view, HandOverByHand command) {
    return onHandover(
        view,
        command.patient(),
        (patient, handover) ->
            handover.hasEnded()
                ? Decision.reject(Rejection.HANDOVER_ELSEWHERE)
                : Decision.accept(new HandedOverByHand(patient.id(), command.record())));
  }

  /** The practice's last word; of somebody who is settled, the log has told who may say it. */
  static Decision recordFollowUp(DispatchView view, RecordFollowUp command) {
    var recorded = new FollowUpRecorded(command.patient(), command.outcome(), command.record());
    PatientId id = command.patient();
    boolean settled =
        view.findPatient(id).isEmpty()
            && view.findIncident(id.incident()).isEmpty()
            && view.wasOpened(id.incident());
    return settled
        ? Decision.accept(recorded)
        : onHandover(
            view,
            id,
            command.by(),
            (patient, handover) ->
                handover.state() == HandoverState.ACCEPTED
                    ? Decision.accept(recorded)
                    : Decision.reject(Rejection.HANDOVER_ELSEWHERE));
  }

  private static Decision onHandover(
      DispatchView view, PatientId id, BiFunction<Patient, Handover, Decision> then) {
    return onHandover(view, id, Optional.empty(), then);
  }

  private static Decision onHandover(
      DispatchView view,
      PatientId id,
      Optional<ServiceId> by,
      BiFunction<Patient, Handover, Decision> then) {
    return CareDecider.onPatientOf(
        view,
        id,
        by,
        patient ->
            patient.arrangements().handover().flatMap(handover -> handover.terms().practice()),
        patient ->
            patient
                .arrangements()
                .handover()
                .map(handover -> then.apply(patient, handover))
                .orElseGet(() -> Decision.reject(Rejection.HANDOVER_UNSIGNED)));
  }
}
