package org.doorstep.dispatch.decision;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Assessed;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.Patient;

/**
 * Why an incident may not end by telephone or at the desk unless a named clinician says so: what
 * was flagged at the desk, what the last assessments have found, a review that is open, and whom
 * nobody could reach.
 */
public final class ClinicianNeeded {
  private ClinicianNeeded() {}

  /** The reasons, in the order of the flags; empty: nobody's name is needed. */
  public static List<Flag> list(Incident incident, List<Patient> patients) {
    EnumSet<Flag> reasons = EnumSet.noneOf(Flag.class);
    addNeeding(reasons, incident.report().flags());
    for (Patient patient : patients) {
      addNeeding(reasons, patient.assessed().flatMap(Assessed::concerns).orElse(List.of()));
    }
    if (incident.report().spoken().reviewSince().isPresent()) {
      reasons.add(Flag.REPEAT_CALLER);
    }
    if (incident.report().spoken().unreachedSince().isPresent()) {
      reasons.add(Flag.UNREACHED);
    }
    return List.copyOf(reasons);
  }

  /** Why it is refused to whoever is no clinician. */
  static Optional<Rejection> findRefusal(
      DispatchView view, Incident incident, Optional<Actor> clinician) {
    return clinician.isEmpty() && isNeeded(view, incident)
        ? Optional.of(Rejection.CLINICIAN_NEEDED)
        : Optional.empty();
  }

  /** The name that goes into the log: only where nobody else could have decided. */
  static Optional<Actor> named(DispatchView view, Incident incident, Optional<Actor> clinician) {
    return clinician.filter(each -> isNeeded(view, incident));
  }

  private static boolean isNeeded(DispatchView view, Incident incident) {
    return !list(incident, view.listPatients(incident.id())).isEmpty();
  }

  private static void addNeeding(EnumSet<Flag> reasons, Collection<Flag> flags) {
    flags.stream().filter(Flag::needsClinician).forEach(reasons::add);
  }
}
