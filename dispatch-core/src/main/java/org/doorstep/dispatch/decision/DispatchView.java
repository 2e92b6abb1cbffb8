package org.doorstep.dispatch.decision;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Emergency;
import org.doorstep.dispatch.model.FleetWatch;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Overdue;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.UnitId;

/** The area as a decider may see it: to read, never to change. */
public interface DispatchView {
  /** Whose state this is. */
  AreaId area();

  /** The open incident of that number, if it is open. */
  Optional<Incident> findIncident(IncidentId id);

  /** Whether an incident of that number was ever opened, open or closed. */
  boolean wasOpened(IncidentId id);

  /** The number that the next incident will have. */
  IncidentId nextIncident();

  /** The unit of that call sign, if it is on shift. */
  Optional<ClinicalUnit> findUnit(UnitId id);

  /** All units on shift, in the order of their call signs. */
  List<ClinicalUnit> listUnits();

  /** All open incidents, in the order of their numbers. */
  List<Incident> listIncidents();

  /** The patient, while anybody owes them anything. */
  Optional<Patient> findPatient(PatientId id);

  /** The patients of an incident, open or closed, in the order of their numbers. */
  List<Patient> listPatients(IncidentId incident);

  /** All patients to whom anything is owed, in the order of incidents and numbers. */
  List<Patient> listPatients();

  /** What was said to be overdue and is still owed, in its order. */
  List<Overdue> listOverdue();

  /** The unit's call for urgent help, until it has ended. */
  Optional<Emergency> findEmergency(UnitId unit);

  /** All calls for urgent help, in the order of call signs. */
  List<Emergency> listEmergencies();

  /** What is remembered of the units as a whole. */
  FleetWatch fleet();
}
