package org.doorstep.server.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;

/**
 * The board after an event: immutable, shared between threads.
 *
 * @param epoch names the log; numbers of another epoch mean nothing here
 * @param at when the last event happened
 * @param incidents in the order of their numbers
 * @param units in the order of their call signs
 * @param fleet what was last seen of the units as a whole
 * @param patients all to whom anything is owed, of open and closed incidents, and those of open
 *     incidents who are registered with a practice
 * @param registrations where patients of open incidents are registered, as far as that is known
 */
public record BoardState(
    UUID epoch,
    long sequence,
    Instant at,
    List<BoardIncident> incidents,
    List<BoardUnit> units,
    BoardFleet fleet,
    List<Patient> patients,
    Map<PatientId, ServiceId> registrations) {
  public BoardState {
    incidents = List.copyOf(incidents);
    units = List.copyOf(units);
    patients = List.copyOf(patients);
    registrations = Map.copyOf(registrations);
  }

  /** The open incident of that number. */
  public Optional<BoardIncident> findIncident(IncidentId id) {
    return incidents.stream().filter(incident -> incident.incident().equals(id)).findFirst();
  }

  /** The unit of that call sign, if it is on shift. */
  public Optional<BoardUnit> findUnit(UnitId id) {
    return units.stream().filter(unit -> unit.unit().equals(id)).findFirst();
  }

  /** The patient of that number, if there is one. */
  public Optional<Patient> findPatient(PatientId id) {
    return patients.stream().filter(patient -> patient.id().equals(id)).findFirst();
  }

  /** Where a patient is registered; empty where that is not known. */
  public Optional<ServiceId> findPractice(PatientId id) {
    return Optional.ofNullable(registrations.get(id));
  }
}
