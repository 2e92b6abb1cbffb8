package org.doorstep.dispatch.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.decision.Deadlines;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Emergency;
import org.doorstep.dispatch.model.FleetWatch;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Obligation;
import org.doorstep.dispatch.model.Overdue;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * The state of one area, changed only by {@link #evolve}. Confined to one thread.
 *
 * <p>The engine decides on one; a board that follows the log keeps another, and both are the same
 * after the same events.
 */
public final class AreaState implements DispatchView {
  private final AreaId area;
  private final TreeMap<IncidentId, Incident> incidents = new TreeMap<>();
  private final TreeMap<UnitId, ClinicalUnit> units = new TreeMap<>();
  private final TreeMap<PatientId, Patient> patients = new TreeMap<>();
  private final TreeMap<Obligation, Overdue> overdue = new TreeMap<>();
  private final TreeMap<UnitId, Emergency> emergencies = new TreeMap<>();
  private final Touched<IncidentId> touchedIncidents = new Touched<>();
  private final Touched<UnitId> touchedUnits = new Touched<>();

  /** All units, until one of them changes: every ranking reads them. */
  private @Nullable List<ClinicalUnit> unitList;

  private FleetWatch fleet;
  private long sequence;
  private Instant at;
  private long nextIncident;

  /** The state that the snapshot holds. */
  public AreaState(AreaSnapshot snapshot) {
    this.area = snapshot.area();
    this.sequence = snapshot.sequence();
    this.at = snapshot.at();
    this.nextIncident = snapshot.nextIncident();
    snapshot.open().incidents().forEach(incident -> incidents.put(incident.id(), incident));
    snapshot.open().units().forEach(unit -> units.put(unit.id(), unit));
    snapshot.open().patients().forEach(patient -> patients.put(patient.id(), patient));
    snapshot.open().overdue().forEach(each -> overdue.put(each.obligation(), each));
    this.fleet = snapshot.open().fleet();
    snapshot.open().emergencies().forEach(each -> emergencies.put(each.unit(), each));
  }

  /**
   * Applies the next event of the log; total, because what has happened has happened.
   *
   * @throws IllegalStateException if the event is not the next one of this area: the log has a hole
   *     or is another area's
   */
  public void evolve(LoggedEvent logged) {
    if (logged.sequence() != sequence + 1 || !logged.area().equals(area)) {
      throw new IllegalStateException(
          "The area (%s) at event (%d) cannot go on with event (%d) of area (%s)."
              .formatted(area.value(), sequence, logged.sequence(), logged.area().value()));
    }
    sequence = logged.sequence();
    at = logged.at();
    touchedIncidents.clear();
    touchedUnits.clear();
    logged.event().fold(new Evolution(this, logged));
    forgetWhatIsNoLongerOwed();
  }

  /** The last event that is in this state; 0 before the first. */
  public long sequence() {
    return sequence;
  }

  /** The time of the last event. */
  public Instant at() {
    return at;
  }

  /** The incidents that the last event changed or closed. */
  public NavigableSet<IncidentId> touchedIncidents() {
    return touchedIncidents.sorted();
  }

  /** The units that the last event changed or signed off. */
  public NavigableSet<UnitId> touchedUnits() {
    return touchedUnits.sorted();
  }

  /** The state as a value. */
  public AreaSnapshot snapshot() {
    return new AreaSnapshot(
        area,
        sequence,
        at,
        nextIncident,
        new OpenWork(
            listIncidents(), listUnits(), listPatients(), listOverdue(), listEmergencies(), fleet));
  }

  @Override
  public AreaId area() {
    return area;
  }

  @Override
  public Optional<Incident> findIncident(IncidentId id) {
    return Optional.ofNullable(incidents.get(id));
  }

  @Override
  public boolean wasOpened(IncidentId id) {
    return id.value() < nextIncident;
  }

  @Override
  public IncidentId nextIncident() {
    return new IncidentId(nextIncident);
  }

  @Override
  public Optional<ClinicalUnit> findUnit(UnitId id) {
    return Optional.ofNullable(units.get(id));
  }

  @Override
  public List<ClinicalUnit> listUnits() {
    List<ClinicalUnit> listed = unitList;
    if (listed == null) {
      listed = List.copyOf(units.values());
      unitList = listed;
    }
    return listed;
  }

  @Override
  public List<Incident> listIncidents() {
    return List.copyOf(incidents.values());
  }

  @Override
  public Optional<Patient> findPatient(PatientId id) {
    return Optional.ofNullable(patients.get(id));
  }

  @Override
  public List<Patient> listPatients(IncidentId incident) {
    if (patients.isEmpty()) {
      return List.of();
    }
    return List.copyOf(
        patients
            .subMap(
                new PatientId(incident, 1),
                true,
                new PatientId(incident, PatientId.NUMBER_MAX),
                true)
            .values());
  }

  @Override
  public List<Patient> listPatients() {
    return List.copyOf(patients.values());
  }

  @Override
  public List<Overdue> listOverdue() {
    return List.copyOf(overdue.values());
  }

  @Override
  public Optional<Emergency> findEmergency(UnitId unit) {
    return Optional.ofNullable(emergencies.get(unit));
  }

  @Override
  public List<Emergency> listEmergencies() {
    return List.copyOf(emergencies.values());
  }

  @Override
  public FleetWatch fleet() {
    return fleet;
  }

  /** The incidents that the last event changed, each once, in their order. */
  List<IncidentId> touched() {
    return touchedIncidents.list();
  }

  /** The open incidents, in the order of their numbers; may be replaced while they are read. */
  Collection<Incident> incidents() {
    return incidents.values();
  }

  void put(Incident incident) {
    incidents.put(incident.id(), incident);
    touchedIncidents.add(incident.id());
    nextIncident = Math.max(nextIncident, incident.id().value() + 1);
  }

  void put(ClinicalUnit unit) {
    units.put(unit.id(), unit);
    unitList = null;
    touchedUnits.add(unit.id());
  }

  void put(FleetWatch watch) {
    fleet = watch;
  }

  void remove(IncidentId id) {
    incidents.remove(id);
    touchedIncidents.add(id);
  }

  void remove(UnitId id) {
    units.remove(id);
    unitList = null;
    touchedUnits.add(id);
  }

  void put(Patient patient) {
    patients.put(patient.id(), patient);
    touchedIncidents.add(patient.id().incident());
  }

  void put(Overdue passed) {
    overdue.put(passed.obligation(), passed);
    touchedIncidents.add(passed.obligation().incident());
  }

  void put(Emergency emergency) {
    emergencies.put(emergency.unit(), emergency);
    touchedUnits.add(emergency.unit());
  }

  void removeEmergency(UnitId unit) {
    if (emergencies.remove(unit) != null) {
      touchedUnits.add(unit);
    }
  }

  void removePatients(IncidentId incident) {
    listPatients(incident).forEach(patient -> patients.remove(patient.id()));
    touchedIncidents.add(incident);
  }

  /** What was done late is done: only what the last event touched can have changed. */
  private void forgetWhatIsNoLongerOwed() {
    if (overdue.isEmpty() || touchedIncidents.isEmpty() || noneTouchedIsOverdue()) {
      return;
    }
    Map<Obligation, Instant> owed = new TreeMap<>();
    for (IncidentId id : touched()) {
      Deadlines.list(this, id).forEach(each -> owed.put(each.obligation(), each.dueAt()));
    }
    overdue
        .values()
        .removeIf(
            each ->
                touchedIncidents.contains(each.obligation().incident())
                    && !each.dueAt().equals(owed.get(each.obligation())));
  }

  private boolean noneTouchedIsOverdue() {
    for (Obligation each : overdue.keySet()) {
      if (touchedIncidents.contains(each.incident())) {
        return false;
      }
    }
    return true;
  }
}
