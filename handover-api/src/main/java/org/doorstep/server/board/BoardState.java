package org.doorstep.server.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.UnitId;

/**
 * The board after an event: immutable, shared between threads.
 *
 * @param epoch names the log; numbers of another epoch mean nothing here
 * @param at when the last event happened
 * @param incidents in the order of their numbers
 * @param units in the order of their call signs
 * @param patients all to whom anything is owed, of open and closed incidents
 */
public record BoardState(
    UUID epoch,
    long sequence,
    Instant at,
    List<BoardIncident> incidents,
    List<BoardUnit> units,
    List<Patient> patients) {
  public BoardState {
    incidents = List.copyOf(incidents);
    units = List.copyOf(units);
    patients = List.copyOf(patients);
  }

  /** The open incident of that number. */
  public Optional<BoardIncident> findIncident(IncidentId id) {
    return incidents.stream().filter(incident -> incident.incident().equals(id)).findFirst();
  }

  /** The unit of that call sign, if it is on shift. */
  public Optional<BoardUnit> findUnit(UnitId id) {
    return units.stream().filter(unit -> unit.unit().equals(id)).findFirst();
  }
}
