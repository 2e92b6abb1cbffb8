package org.doorstep.dispatch.engine;

import java.util.List;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Emergency;
import org.doorstep.dispatch.model.FleetWatch;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.Overdue;
import org.doorstep.dispatch.model.Patient;

/**
 * All in an area that is not closed.
 *
 * @param incidents the open ones, in the order of their numbers
 * @param units those on shift, in the order of their call signs
 * @param patients those to whom anything is owed, in the order of incidents and numbers
 * @param overdue what was said to be overdue and is still owed
 * @param emergencies crews that call for help, in the order of their call signs
 * @param fleet what is remembered of the units as a whole
 */
public record OpenWork(
    List<Incident> incidents,
    List<ClinicalUnit> units,
    List<Patient> patients,
    List<Overdue> overdue,
    List<Emergency> emergencies,
    FleetWatch fleet) {

  /** Nothing open. */
  public static final OpenWork NONE =
      new OpenWork(List.of(), List.of(), List.of(), List.of(), List.of(), FleetWatch.NONE);

  public OpenWork {
    incidents = List.copyOf(incidents);
    units = List.copyOf(units);
    patients = List.copyOf(patients);
    overdue = List.copyOf(overdue);
    emergencies = List.copyOf(emergencies);
  }
}
