package org.doorstep.server.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.shell.telemetry.Fix;

/**
 * How much of the board somebody sees: all of it, or one unit with its job.
 *
 * @param unit absent: all
 */
public record Scope(Optional<UnitId> unit) {
  /** The whole board. */
  public static final Scope ALL = new Scope(Optional.empty());

  BoardSnapshot snapshot(BoardState state, List<Fix> fixes, Instant now) {
    return new BoardSnapshot(
        state.epoch(),
        state.sequence(),
        state.at(),
        now,
        state.incidents().stream().filter(this::shows).toList(),
        state.units().stream().filter(shown -> shows(shown.unit())).toList(),
        positions(fixes, now));
  }

  /** The delta as far as it concerns this scope; what leaves the scope is told as closed. */
  BoardDelta narrow(BoardDelta delta) {
    if (unit.isEmpty()) {
      return delta;
    }
    List<BoardIncident> mine = new ArrayList<>();
    List<IncidentId> closed = new ArrayList<>(delta.closed());
    for (BoardIncident incident : delta.incidents()) {
      if (shows(incident)) {
        mine.add(incident);
      } else {
        closed.add(incident.incident());
      }
    }
    return new BoardDelta(
        delta.prev(),
        delta.sequence(),
        delta.at(),
        delta.now(),
        mine,
        closed,
        delta.units().stream().filter(shown -> shows(shown.unit())).toList(),
        delta.gone().stream().filter(this::shows).toList());
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
    return unit.isEmpty()
        || incident.jobs().stream().anyMatch(job -> unit.get().equals(job.unit()));
  }

  private boolean shows(UnitId id) {
    return unit.isEmpty() || unit.get().equals(id);
  }
}
