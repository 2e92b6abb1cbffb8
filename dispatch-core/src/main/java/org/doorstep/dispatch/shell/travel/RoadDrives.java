package org.doorstep.dispatch.shell.travel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.shell.telemetry.Fix;
import org.doorstep.dispatch.shell.telemetry.Positions;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.RoutingMetric;
import org.doorstep.routing.Snapped;
import org.doorstep.routing.StraightLine;
import org.doorstep.routing.TravelTimes;

/** Finds the drives of units to one place: over roads where both are on the map, else estimated. */
final class RoadDrives {
  private static final int TRIES_MAX = 10;

  private final RoadNetwork roads;
  private final Positions positions;
  private final Map<String, Position> bases;

  /**
   * Over the roads of one map.
   *
   * @param bases where a unit is taken to be that has never been heard of, by the base's name
   */
  RoadDrives(RoadNetwork roads, Positions positions, Map<String, Position> bases) {
    this.roads = roads;
    this.positions = positions;
    this.bases = bases;
  }

  /** No drives, as answered where none can be found. */
  FoundDrives none() {
    return new FoundDrives(RoadUse.of(roads, roads.metric()), List.of());
  }

  /**
   * The drives that are known, in the order of the units; one without a position is left out. All
   * are of one metric: when another is published meanwhile, they are found anew.
   */
  FoundDrives find(List<ClinicalUnit> units, Position place, DrivingMode mode) {
    for (int i = 0; i < TRIES_MAX; i++) {
      RoutingMetric metric = roads.metric();
      List<UnitDrive> drives = findOnce(units, place, mode);
      if (roads.metric() == metric) {
        return new FoundDrives(RoadUse.of(roads, metric), drives);
      }
    }
    throw new IllegalStateException(
        "Roads have changed (%d) times while drives were looked for.".formatted(TRIES_MAX));
  }

  private List<UnitDrive> findOnce(List<ClinicalUnit> units, Position place, DrivingMode mode) {
    GeoPoint to = point(place);
    Optional<Snapped> target = roads.snap(to, mode);
    List<UnitDrive> drives = new ArrayList<>();
    List<Located> onRoad = new ArrayList<>();
    for (ClinicalUnit unit : units) {
      Located located = locate(unit).orElse(null);
      if (located == null) {
        continue;
      }
      Optional<Snapped> source = target.flatMap(t -> roads.snap(point(located.position), mode));
      if (source.isPresent()) {
        onRoad.add(located.on(source.get()));
      } else {
        drives.add(
            located.drive(StraightLine.driveMillis(point(located.position), to, mode), true));
      }
    }
    target.ifPresent(t -> drives.addAll(overRoads(onRoad, t, mode)));
    return drives;
  }

  private List<UnitDrive> overRoads(List<Located> sources, Snapped target, DrivingMode mode) {
    List<Snapped> snapped = sources.stream().flatMap(each -> each.snapped.stream()).toList();
    int[] table = roads.driveMillis(snapped, List.of(target), mode);
    List<UnitDrive> drives = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      if (table[i] != TravelTimes.UNREACHABLE) {
        drives.add(sources.get(i).drive(table[i], false));
      }
    }
    return drives;
  }

  private Optional<Located> locate(ClinicalUnit unit) {
    Optional<Fix> fix = positions.find(unit.id());
    if (fix.isPresent()) {
      return fix.map(f -> new Located(unit, f.position(), f.at(), false, Optional.empty()));
    }
    return Optional.ofNullable(bases.get(unit.shift().base()))
        .map(base -> new Located(unit, base, unit.since(), true, Optional.empty()));
  }

  private static GeoPoint point(Position position) {
    return new GeoPoint(position.lat(), position.lon());
  }

  private record Located(
      ClinicalUnit unit,
      Position position,
      Instant fixAt,
      boolean atBase,
      Optional<Snapped> snapped) {
    Located on(Snapped road) {
      return new Located(unit, position, fixAt, atBase, Optional.of(road));
    }

    UnitDrive drive(int millis, boolean estimated) {
      return new UnitDrive(unit.id(), position, fixAt, atBase, millis, estimated);
    }
  }
}
