package org.doorstep.server.launch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.doorstep.dispatch.model.BreakWindow;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.server.board.BoardIncident;
import org.doorstep.server.board.BoardJob;
import org.doorstep.server.board.BoardState;
import org.doorstep.server.board.BoardUnit;
import org.doorstep.simulator.start.LiveChoice;
import org.doorstep.simulator.start.LiveIncident;
import org.doorstep.simulator.start.LiveJob;
import org.doorstep.simulator.start.LiveStart;
import org.doorstep.simulator.start.LiveUnit;
import org.doorstep.simulator.start.StartFile;

/**
 * The live area of one instant as an experiment can begin from it: who is on shift, where, doing
 * what; what is open. It is read off the board that follows the log, all of one sequence, and holds
 * no record, no words and no place nearer than some hundred metres.
 *
 * <p>Incidents that are booked for later, and those of which neither a place nor a crew's position
 * is known, are left out: nobody can be simulated there.
 */
final class LiveArea {
  private final Supplier<Optional<BoardState>> board;
  private final Supplier<Map<UnitId, Position>> positions;
  private final Map<String, Position> bases;
  private final InstantSource clock;

  /**
   * An area.
   *
   * @param positions where units were last seen
   * @param bases where they stand if nobody has seen them
   */
  LiveArea(
      Supplier<Optional<BoardState>> board,
      Supplier<Map<UnitId, Position>> positions,
      Map<String, Position> bases,
      InstantSource clock) {
    this.board = board;
    this.positions = positions;
    this.bases = bases;
    this.clock = clock;
  }

  /** The file that {@code simulate --start} reads; empty while the board is not there yet. */
  Optional<String> text() {
    return board.get().map(state -> StartFile.write(start(state)));
  }

  private LiveStart start(BoardState state) {
    Instant now = clock.instant();
    Instant at = state.at().isAfter(now) ? state.at() : now;
    Map<UnitId, Position> seen = positions.get();
    List<LiveIncident> incidents = new ArrayList<>();
    TreeSet<Long> known = new TreeSet<>();
    for (BoardIncident each : state.incidents()) {
      incident(each, state, seen)
          .ifPresent(
              incident -> {
                incidents.add(incident);
                known.add(incident.number());
              });
    }
    List<LiveUnit> units = new ArrayList<>();
    for (BoardUnit each : state.units()) {
      unit(each, state, seen, known).ifPresent(units::add);
    }
    return new LiveStart(at, units, incidents);
  }

  private Optional<LiveIncident> incident(
      BoardIncident incident, BoardState state, Map<UnitId, Position> seen) {
    Optional<Position> place =
        incident.place().map(at -> new Position(at.lat(), at.lon())).or(() -> crew(incident, seen));
    boolean byTelephone = incident.contact().callBack().isPresent() && incident.jobs().isEmpty();
    return place
        .filter(none -> incident.booking().isEmpty())
        .map(
            at ->
                new LiveIncident(
                    incident.incident().value(),
                    incident.category(),
                    incident.openedAt(),
                    at,
                    incident.needs(),
                    byTelephone,
                    choice(incident.incident(), state)));
  }

  private static Optional<Position> crew(BoardIncident incident, Map<UnitId, Position> seen) {
    return incident.jobs().stream()
        .flatMap(job -> Optional.ofNullable(seen.get(job.unit())).stream())
        .findFirst();
  }

  private static Optional<LiveChoice> choice(IncidentId incident, BoardState state) {
    return state
        .findPatient(new PatientId(incident, 1))
        .flatMap(patient -> patient.choice())
        .map((CareChoice made) -> new LiveChoice(made.disposition(), made.destination()));
  }

  private Optional<LiveUnit> unit(
      BoardUnit unit, BoardState state, Map<UnitId, Position> seen, SortedSet<Long> known) {
    Optional<Position> at =
        Optional.ofNullable(seen.get(unit.unit()))
            .or(() -> Optional.ofNullable(bases.get(unit.base())));
    Optional<LiveJob> job =
        unit.job()
            .filter(on -> known.contains(on.incident().value()))
            .flatMap(on -> job(unit.unit(), on.incident(), state));
    Instant since = unit.job().map(BoardUnit.UnitJob::since).orElse(unit.since());
    Optional<BreakWindow> owed = unit.rest().filter(none -> unit.duty().breakTakenAt().isEmpty());
    return at.map(
        where ->
            new LiveUnit(
                unit.unit(),
                unit.kind(),
                unit.capabilities(),
                Optional.of(unit.base()),
                where,
                unit.shiftEndsAt(),
                owed,
                job.isPresent() ? Optional.empty() : unit.unavailable(),
                since,
                job));
  }

  private static Optional<LiveJob> job(UnitId unit, IncidentId incident, BoardState state) {
    return state.findIncident(incident).stream()
        .flatMap(open -> open.jobs().stream())
        .filter(each -> each.unit().equals(unit))
        .map((BoardJob each) -> new LiveJob(incident.value(), each.stage(), each.allocatedAt()))
        .findFirst();
  }
}
