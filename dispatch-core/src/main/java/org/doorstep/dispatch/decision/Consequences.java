package org.doorstep.dispatch.decision;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.CareEvent.ResponsibilityEnded;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.model.Arrangements;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.Referral;
import org.doorstep.dispatch.model.ReferralState;

/**
 * What follows of itself from a state, whichever command has led there.
 *
 * <p>An incident is closed twice: for the board when its crews are clear, and for responsibility
 * when nobody owes any of its patients anything; the two may come in either order.
 */
public final class Consequences {
  private Consequences() {}

  /** The event that now follows for an incident, if one does. */
  public static Optional<DispatchEvent> find(DispatchView view, IncidentId incident) {
    if (view.findIncident(incident).isPresent()) {
      return Optional.empty();
    }
    List<Patient> patients = view.listPatients(incident);
    boolean ended = !patients.isEmpty() && patients.stream().allMatch(Patient::isSettled);
    return ended ? Optional.of(new ResponsibilityEnded(incident)) : Optional.empty();
  }

  /** Why the last crew cannot leave these patients, or the desk close an incident with them. */
  static Optional<Rejection> findObstacle(List<Patient> patients) {
    for (Patient patient : patients) {
      Optional<Rejection> obstacle = obstacle(patient);
      if (obstacle.isPresent()) {
        return obstacle;
      }
    }
    return Optional.empty();
  }

  private static Optional<Rejection> obstacle(Patient patient) {
    if (!patient.isSeen() || patient.isAnother()) {
      return Optional.empty();
    }
    if (patient.choice().isEmpty()) {
      return Optional.of(Rejection.DISPOSITION_MISSING);
    }
    boolean toService = patient.choice().get().disposition() == Disposition.COMMUNITY;
    if (toService && !isTakenOn(patient.arrangements())) {
      return Optional.of(Rejection.REFERRAL_MISSING);
    }
    return patient.isHandedOn() ? Optional.empty() : Optional.of(Rejection.HANDOVER_UNSIGNED);
  }

  /** Accepted by a service, or owned by name at the hub while services still have to answer. */
  private static boolean isTakenOn(Arrangements arrangements) {
    return arrangements.owner().isPresent()
        || arrangements
            .lastReferral()
            .map(Referral::state)
            .filter(state -> state == ReferralState.ACCEPTED || state == ReferralState.ATTENDED)
            .isPresent();
  }
}
