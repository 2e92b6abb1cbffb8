package org.doorstep.dispatch.decision;

import java.util.Optional;
import java.util.function.Function;
import org.doorstep.dispatch.command.CareCommand.ChooseDisposition;
import org.doorstep.dispatch.command.CareCommand.NoteReturnHome;
import org.doorstep.dispatch.command.CareCommand.RecordAssessment;
import org.doorstep.dispatch.command.CareCommand.TakeOwnership;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.CareEvent.AssessmentRecorded;
import org.doorstep.dispatch.event.CareEvent.DispositionChosen;
import org.doorstep.dispatch.event.CareEvent.OwnershipTaken;
import org.doorstep.dispatch.event.CareEvent.ReturnHomeNoted;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.ChoiceReason;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Referral;
import org.doorstep.dispatch.model.ServiceId;

/** Decides about assessments, where care happens, and who of the hub owns a patient. */
final class CareDecider {
  private CareDecider() {}

  /** The first assessment makes the patient known; numbers leave no gap. */
  static Decision recordAssessment(DispatchView view, RecordAssessment command) {
    return onOpenIncident(
        view,
        command.patient(),
        (incident, patient) -> {
          if (!incident.response().attended()) {
            return Decision.reject(Rejection.NOT_AT_SCENE);
          }
          if (patient.isAnother()) {
            return Decision.reject(Rejection.PATIENT_MERGED);
          }
          return patient.isHandedOn()
              ? Decision.reject(Rejection.HANDOVER_SIGNED)
              : Decision.accept(
                  new AssessmentRecorded(
                      patient.id(),
                      command.record(),
                      command.proposal(),
                      command.concerns().filter(concerns -> !concerns.isEmpty())));
        });
  }

  static Decision choose(DispatchView view, ChooseDisposition command) {
    return onOpenIncident(
        view,
        command.patient(),
        (incident, patient) ->
            findRefusal(incident, patient, command)
                .or(() -> findUnnamed(view, incident, command))
                .map(Decision::reject)
                .orElseGet(
                    () ->
                        Decision.accept(
                            new DispositionChosen(
                                patient.id(),
                                command.choice(),
                                namedBy(view, incident, command)))));
  }

  /** Care by telephone, where only a clinician may say so. */
  private static Optional<Rejection> findUnnamed(
      DispatchView view, Incident incident, ChooseDisposition command) {
    return command.choice().disposition() == Disposition.HEAR_AND_TREAT
        ? ClinicianNeeded.findRefusal(view, incident, command.clinician())
        : Optional.empty();
  }

  private static Optional<Actor> namedBy(
      DispatchView view, Incident incident, ChooseDisposition command) {
    return command.choice().disposition() == Disposition.HEAR_AND_TREAT
        ? ClinicianNeeded.named(view, incident, command.clinician())
        : Optional.empty();
  }

  private static Optional<Rejection> findRefusal(
      Incident incident, Patient patient, ChooseDisposition command) {
    CareChoice choice = command.choice();
    boolean byTelephone = choice.disposition() == Disposition.HEAR_AND_TREAT;
    if (patient.isAnother()) {
      return Optional.of(Rejection.PATIENT_MERGED);
    }
    if (patient.isHandedOn()) {
      return Optional.of(Rejection.HANDOVER_SIGNED);
    }
    if (byTelephone && incident.response().attended()) {
      return Optional.of(Rejection.CREW_ON_SCENE);
    }
    if (!byTelephone && !incident.response().attended()) {
      return Optional.of(Rejection.NOT_AT_SCENE);
    }
    if (command.saw() != patient.version()) {
      return Optional.of(Rejection.SEEN_STATE_OUTDATED);
    }
    if (patient.arrangements().lastReferral().filter(CareDecider::isHeld).isPresent()) {
      return Optional.of(Rejection.REFERRAL_OPEN);
    }
    if (!byTelephone && choice.reason().isEmpty() && differs(patient, choice)) {
      return Optional.of(Rejection.CHOICE_REASON_MISSING);
    }
    return claimsAgreement(choice) && !patient.isAgreed(choice.disposition())
        ? Optional.of(Rejection.AGREEMENT_MISSING)
        : Optional.empty();
  }

  /** Whoever says that the hub has agreed points to something that the log has, with its names. */
  private static boolean claimsAgreement(CareChoice choice) {
    return choice.reason().filter(reason -> reason == ChoiceReason.HUB_AGREED).isPresent();
  }

  private static boolean isHeld(Referral referral) {
    return referral.state().isOpen();
  }

  /**
   * Whether a person has to say why: another place than proposed, or nothing proposed at all. What
   * hub and crew have agreed needs no other reason.
   */
  private static boolean differs(Patient patient, CareChoice choice) {
    if (patient.isAgreed(choice.disposition())) {
      return false;
    }
    Optional<CareProposal> proposal = patient.assessed().map(assessed -> assessed.proposal());
    boolean same =
        proposal
            .filter(each -> each.level().disposition() == choice.disposition())
            .filter(each -> !each.hubFirst() || choice.disposition() == Disposition.ACUTE)
            .isPresent();
    return !same;
  }

  static Decision takeOwnership(DispatchView view, TakeOwnership command) {
    return onPatient(
        view,
        command.patient(),
        patient ->
            patient.arrangements().owner().filter(command.head().actor()::equals).isPresent()
                ? Decision.reject(Rejection.NOTHING_TO_CHANGE)
                : Decision.accept(new OwnershipTaken(patient.id())));
  }

  /** Nothing follows from it, whoever is at home: it is read when the way home is planned. */
  static Decision noteReturnHome(DispatchView view, NoteReturnHome command) {
    return onOpenIncident(
        view,
        command.patient(),
        (incident, patient) ->
            patient.isAnother()
                ? Decision.reject(Rejection.PATIENT_MERGED)
                : Decision.accept(new ReturnHomeNoted(patient.id(), command.record())));
  }

  /** Decides on a patient who is known and owed something, or says why there is none. */
  static Decision onPatient(DispatchView view, PatientId id, Function<Patient, Decision> then) {
    Optional<Patient> patient = view.findPatient(id);
    if (patient.isPresent()) {
      return then.apply(patient.get());
    }
    if (!view.wasOpened(id.incident())) {
      return Decision.reject(Rejection.INCIDENT_UNKNOWN);
    }
    // Of an incident that is gone only its number is left: whoever was in it has been settled.
    return Decision.reject(
        view.findIncident(id.incident()).isPresent()
            ? Rejection.PATIENT_UNKNOWN
            : Rejection.PATIENT_SETTLED);
  }

  /**
   * Decides on a patient for the service that takes them on: to any other the patient does not
   * exist.
   *
   * @param by whose user has asked; empty where the desk or the hub acts for it
   * @param of which service the step belongs to
   */
  static Decision onPatientOf(
      DispatchView view,
      PatientId id,
      Optional<ServiceId> by,
      Function<Patient, Optional<ServiceId>> of,
      Function<Patient, Decision> then) {
    boolean elsewhere =
        by.isPresent()
            && view.findPatient(id).filter(patient -> of.apply(patient).equals(by)).isEmpty();
    return elsewhere ? Decision.reject(Rejection.PATIENT_UNKNOWN) : onPatient(view, id, then);
  }

  /** What is decided about a patient of an open incident. */
  interface OnIncident {
    Decision decide(Incident incident, Patient patient);
  }

  /** Decides on a patient of an open incident; the next number stands for somebody new. */
  static Decision onOpenIncident(DispatchView view, PatientId id, OnIncident then) {
    return IncidentDecider.open(
        view,
        id.incident(),
        incident -> {
          Optional<Patient> known = view.findPatient(id);
          boolean next = id.number() == view.listPatients(id.incident()).size() + 1;
          if (known.isEmpty() && !next) {
            return Decision.reject(Rejection.PATIENT_UNKNOWN);
          }
          return then.decide(incident, known.orElseGet(() -> Patient.unknown(id)));
        });
  }
}
