package org.doorstep.simulator.world.road;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.simulator.start.LiveIncident;
import org.doorstep.simulator.start.LiveStart;
import org.doorstep.simulator.start.LiveUnit;
import org.jspecify.annotations.Nullable;

/** Where the units and incidents of a live area are, among the numbered places. Immutable. */
public final class LivePlaces {
  private final Map<UnitId, Integer> units = new TreeMap<>();
  private final Map<Long, Integer> incidents = new TreeMap<>();

  private LivePlaces() {}

  /**
   * Puts them behind the places that are there.
   *
   * @throws IllegalArgumentException naming the first that is off the map
   */
  static LivePlaces of(
      Optional<LiveStart> start, Predicate<GeoPoint> isByRoad, List<GeoPoint> points) {
    LivePlaces live = new LivePlaces();
    start.ifPresent(
        from -> {
          for (LiveUnit each : from.units()) {
            live.units.put(each.unit(), points.size());
            points.add(point("unit (%s)".formatted(each.unit().value()), each.at(), isByRoad));
          }
          for (LiveIncident each : from.incidents()) {
            live.incidents.put(each.number(), points.size());
            points.add(point("incident (%d)".formatted(each.number()), each.at(), isByRoad));
          }
        });
    return live;
  }

  private static GeoPoint point(String what, Position at, Predicate<GeoPoint> isByRoad) {
    GeoPoint point = new GeoPoint(at.lat(), at.lon());
    if (!isByRoad.test(point)) {
      throw new IllegalArgumentException(
          "The place (%s, %s) of the %s of the start must be within %d metres of a road of the map."
              .formatted(at.lat(), at.lon(), what, (int) RoadNetwork.SNAP_METERS_MAX));
    }
    return point;
  }

  /** The number of the place where a unit is. */
  public int unit(UnitId unit) {
    return known(unit.value(), units.get(unit));
  }

  /** The number of the place of an incident. */
  public int incident(long number) {
    return known(Long.toString(number), incidents.get(number));
  }

  private static int known(String what, @Nullable Integer place) {
    if (place == null) {
      throw new IllegalArgumentException(
          "The roads have been prepared for another start, without (%s).".formatted(what));
    }
    return place;
  }
}
