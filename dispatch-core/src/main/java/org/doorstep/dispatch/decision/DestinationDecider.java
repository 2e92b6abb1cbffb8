package org.doorstep.dispatch.decision;

import java.util.Optional;
import org.doorstep.dispatch.command.CareCommand.AcknowledgePreAlert;
import org.doorstep.dispatch.command.CareCommand.CancelPreAlert;
import org.doorstep.dispatch.command.CareCommand.ReceivePatient;
import org.doorstep.dispatch.command.CareCommand.SendPreAlert;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.CareEvent.PatientReceived;
import org.doorstep.dispatch.event.CareEvent.PreAlertAcknowledged;
import org.doorstep.dispatch.event.CareEvent.PreAlertCancelled;
import org.doorstep.dispatch.event.CareEvent.PreAlertSent;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PreAlert;
import org.doorstep.dispatch.model.ServiceId;

/** Decides about hospitals: warned, acknowledged by name, and taken over by name. */
final class DestinationDecider {
  private DestinationDecider() {}

  /** A second warning to the same hospital replaces the first and is acknowledged anew. */
  static Decision sendPreAlert(DispatchView view, SendPreAlert command) {
    return CareDecider.onPatient(
        view,
        command.patient(),
        patient -> {
          Optional<ServiceId> hospital = findHospital(patient);
          if (hospital.isEmpty()) {
            return Decision.reject(Rejection.DISPOSITION_UNFIT);
          }
          return patient.arrangements().reception().isPresent()
              ? Decision.reject(Rejection.PATIENT_RECEIVED)
              : Decision.accept(new PreAlertSent(patient.id(), hospital.get(), command.record()));
        });
  }

  static Decision acknowledge(DispatchView view, AcknowledgePreAlert command) {
    return CareDecider.onPatientOf(
        view,
        command.patient(),
        command.by(),
        DestinationDecider::findHospital,
        patient -> {
          Optional<PreAlert> sent = patient.arrangements().preAlert();
          if (sent.isEmpty()) {
            return Decision.reject(Rejection.PRE_ALERT_MISSING);
          }
          return sent.get().acknowledgedBy().isPresent()
              ? Decision.reject(Rejection.PRE_ALERT_ANSWERED)
              : Decision.accept(new PreAlertAcknowledged(patient.id(), command.bay()));
        });
  }

  /** Takes a warning back; once the patient is there it stands. */
  static Decision cancel(DispatchView view, CancelPreAlert command) {
    return CareDecider.onPatient(
        view,
        command.patient(),
        patient -> {
          if (patient.arrangements().preAlert().isEmpty()) {
            return Decision.reject(Rejection.PRE_ALERT_MISSING);
          }
          return patient.arrangements().reception().isPresent()
              ? Decision.reject(Rejection.PATIENT_RECEIVED)
              : Decision.accept(new PreAlertCancelled(patient.id()));
        });
  }

  static Decision receive(DispatchView view, ReceivePatient command) {
    return CareDecider.onPatientOf(
        view,
        command.patient(),
        command.by(),
        DestinationDecider::findHospital,
        patient -> {
          if (findHospital(patient).isEmpty()) {
            return Decision.reject(Rejection.DISPOSITION_UNFIT);
          }
          return patient.arrangements().reception().isPresent()
              ? Decision.reject(Rejection.PATIENT_RECEIVED)
              : Decision.accept(new PatientReceived(patient.id()));
        });
  }

  private static Optional<ServiceId> findHospital(Patient patient) {
    return patient
        .choice()
        .filter(choice -> choice.disposition() == Disposition.ACUTE)
        .flatMap(CareChoice::destination);
  }
}
