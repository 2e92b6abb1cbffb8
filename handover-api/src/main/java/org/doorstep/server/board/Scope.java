package org.doorstep.server.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.shell.telemetry.Fix;

/**
 * How much of an area somebody sees: all of the board, one unit with its job, or no board at all
 * and some patients only.
 *
 * @param isWhole whether all of the board is seen
 * @param unit whose job is seen, where it is one
 * @param patients which patients are seen
 */
public record Scope(boolean isWhole, Optional<UnitId> unit, Patients patients) {
  /** The whole board. */
  public static final Scope ALL = new Scope(true, Optional.empty(), (patient, board) -> true);

  /** Says which patients somebody sees. */
  public interface Patients {
    /** Whether a patient is seen, as the board is. */
    boolean shows(Patient patient, BoardState board);
  }

  /** One unit with its job. */
  public static Scope of(UnitId unit, Patients patients) {
    return new Scope(false, Optional.of(unit), patients);
  }

  /** Patients, and nothing of the board. */
  public static Scope of(Patients patients) {
    return new Scope(false, Optional.empty(), patients);
  }

  BoardSnapshot snapshot(BoardState state, List<Fix> fixes, Instant now) {
    return new BoardSnapshot(
        state.epoch(),
        state.sequence(),
        state.at(),
        now,
        state.incidents().stream().filter(this::shows).toList(),
        state.units().stream().filter(shown -> shows(shown.unit())).toList(),
        positions(fixes, now),
        isWhole ? Optional.of(state.fleet()) : Optional.empty());
  }

  /** The delta as far as it concerns this scope; what leaves the scope is told as closed. */
  BoardDelta narrow(BoardDelta delta) {
    if (isWhole) {
      return delta;
    }
    return new BoardDelta(
        delta.prev(),
        delta.sequence(),
        delta.at(),
        delta.now(),
        delta.incidents().stream().filter(this::shows).toList(),
        unit.isEmpty() ? List.of() : closed(delta),
        delta.units().stream().filter(shown -> shows(shown.unit())).toList(),
        delta.gone().stream().filter(this::shows).toList(),
        Optional.empty());
  }

  private List<IncidentId> closed(BoardDelta delta) {
    List<IncidentId> closed = new ArrayList<>(delta.closed());
    for (BoardIncident incident : delta.incidents()) {
      if (!shows(incident)) {
        closed.add(incident.incident());
      }
    }
    return closed;
  }

  /** Whom of those that have changed this scope shows, or has shown. */
  List<PatientId> narrow(PatientChanges changes) {
    TreeSet<PatientId> seen = new TreeSet<>();
    for (Patient patient : changes.before()) {
      if (patients.shows(patient, changes.was())) {
        seen.add(patient.id());
      }
    }
    for (Patient patient : changes.after()) {
      if (patients.shows(patient, changes.is())) {
        seen.add(patient.id());
      }
    }
    return List.copyOf(seen);
  }

  /** All patients that this scope shows. */
  List<PatientId> listPatients(BoardState board) {
    return board.patients().stream()
        .filter(patient -> patients.shows(patient, board))
        .map(Patient::id)
        .toList();
  }

  /** For each unit in scope its call sign, latitude, longitude and the age of the fix. */
  List<List<Object>> positions(List<Fix> fixes, Instant now) {
    return fixes.stream().filter(fix -> shows(fix.unit())).map(fix -> position(fix, now)).toList();
  }

  private static List<Object> position(Fix fix, Instant now) {
    long ageSeconds = Math.max(0, now.getEpochSecond() - fix.at().getEpochSecond());
    return List.of(fix.unit().value(), fix.position().lat(), fix.position().lon(), ageSeconds);
  }

  private boolean shows(BoardIncident incident) {
    return isWhole || incident.jobs().stream().anyMatch(job -> shows(job.unit()));
  }

  private boolean shows(UnitId id) {
    return isWhole || unit.filter(id::equals).isPresent();
  }
}
