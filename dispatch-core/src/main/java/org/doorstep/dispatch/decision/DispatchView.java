package org.doorstep.dispatch.decision;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
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
}
