package org.doorstep.dispatch.shell.travel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.shell.telemetry.Fix;
import org.doorstep.dispatch.shell.telemetry.Positions;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.StraightLine;
import org.doorstep.routing.TravelTimes;

/**
 * Finds the drives of units to one place: over roads where both are on the map, else estimated.
 * Thread-safe; one question is answered at a time, in well under a millisecond.
 */
final class RoadDrives implements AutoCloseable {
  private final RoadNetwork roads;
  private final Positions positions;
  private final Map<String, Position> bases;

  /** Guarded by this. */
  private final UnitTable table;

  /**
   * Over the roads of one map.
   *
   * @param bases where a unit is taken to be that has never been heard of, by the base's name
   */
  RoadDrives(RoadNetwork roads, Positions positions, Map<String, Position> bases) {
    this.roads = roads;
    this.positions = positions;
    this.bases = bases;
    this.table = new UnitTable(roads);
  }

  /** No drives, as answered where none can be found. */
  FoundDrives none() {
    return new FoundDrives(RoadUse.of(roads, roads.metric()), List.of());
  }

  /**
   * The drives that are known, in the order of the units; one without a position is left out. All
   * are of one metric, and of the positions that they name.
   */
  synchronized FoundDrives find(List<ClinicalUnit> units, Position place, DrivingMode mode) {
    List<Located> located = new ArrayList<>();
    for (ClinicalUnit unit : units) {
      locate(unit).ifPresent(located::add);
    }
    located.forEach(each -> table.put(each.unit.id(), each.position, course(each)));
    table.ask(place, mode);
    List<UnitDrive> drives = new ArrayList<>();
    for (Located each : located) {
      if (!table.isOnRoads(each.unit.id())) {
        int estimate = StraightLine.driveMillis(point(each.position), point(place), mode);
        drives.add(each.drive(estimate, true));
      } else if (table.millis(each.unit.id()) != TravelTimes.UNREACHABLE) {
        drives.add(each.drive(table.millis(each.unit.id()), false));
      }
    }
    return new FoundDrives(RoadUse.of(roads, table.metric()), drives);
  }

  /** Where a unit is believed to be. */
  record Whereabouts(UnitId unit, Position position, boolean isMoving) {}

  /**
   * Where the units are believed to be, in their order; one of which nothing is known is left out.
   */
  synchronized List<Whereabouts> locate(List<ClinicalUnit> units) {
    List<Whereabouts> known = new ArrayList<>();
    for (ClinicalUnit unit : units) {
      locate(unit)
          .ifPresent(
              at ->
                  known.add(new Whereabouts(unit.id(), at.position(), !Double.isNaN(course(at)))));
    }
    return known;
  }

  @Override
  public synchronized void close() {
    table.close();
  }

  private Optional<Located> locate(ClinicalUnit unit) {
    Optional<Fix> fix = positions.find(unit.id());
    if (fix.isPresent()) {
      return fix.map(f -> new Located(unit, f.position(), f.at(), false));
    }
    return Optional.ofNullable(bases.get(unit.shift().base()))
        .map(base -> new Located(unit, base, unit.since(), true));
  }

  private double course(Located located) {
    return located.atBase ? Double.NaN : positions.courseDegrees(located.unit.id());
  }

  private static GeoPoint point(Position position) {
    return new GeoPoint(position.lat(), position.lon());
  }

  private record Located(ClinicalUnit unit, Position position, Instant fixAt, boolean atBase) {
    UnitDrive drive(int millis, boolean estimated) {
      return new UnitDrive(unit.id(), position, fixAt, atBase, millis, estimated);
    }
  }
}
