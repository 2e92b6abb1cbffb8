package org.doorstep.dispatch.wire;

import java.util.Optional;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Overdue;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.UnitId;

/** Which incident and unit an event speaks of, by the names that these components have in all. */
public final class Subject {
  private Subject() {}

  /** The incident, if the event speaks of one. */
  public static Optional<IncidentId> findIncident(DispatchEvent event) {
    return find(event, "incident")
        .map(IncidentId.class::cast)
        .or(() -> findPatient(event).map(PatientId::incident))
        .or(() -> findOverdue(event).map(overdue -> overdue.obligation().incident()));
  }

  /** The patient, if the event speaks of one. */
  public static Optional<PatientId> findPatient(DispatchEvent event) {
    return find(event, "patient").map(PatientId.class::cast);
  }

  private static Optional<Overdue> findOverdue(DispatchEvent event) {
    return find(event, "overdue").map(Overdue.class::cast);
  }

  /** The unit, if the event speaks of one. */
  public static Optional<UnitId> findUnit(DispatchEvent event) {
    return find(event, "unit").map(UnitId.class::cast);
  }

  private static Optional<Object> find(DispatchEvent event, String component) {
    return Optional.ofNullable(RecordShape.of(event.getClass()).parts().get(component))
        .map(part -> part.of(event));
  }
}
