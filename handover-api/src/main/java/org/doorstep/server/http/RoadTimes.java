package org.doorstep.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Position;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.Snapped;
import org.doorstep.routing.StraightLine;
import org.doorstep.routing.TravelTimes;

/** Drive times between places: over roads where both are on the map, else estimated. */
final class RoadTimes {
  private final RoadNetwork roads;

  /**
   * One drive.
   *
   * @param millis predicted driving time, never rounded
   * @param estimated whether it is a straight-line estimate
   */
  record Drive(int millis, boolean estimated) {}

  RoadTimes(RoadNetwork roads) {
    this.roads = roads;
  }

  /** The drives from one place to others, in their order; empty where there is no way. */
  List<Optional<Drive>> find(Position from, List<Position> to, DrivingMode mode) {
    GeoPoint start = point(from);
    Optional<Snapped> source = roads.snap(start, mode);
    List<Optional<Drive>> drives = new ArrayList<>();
    for (Position place : to) {
      GeoPoint end = point(place);
      Optional<Snapped> target = roads.snap(end, mode);
      if (source.isEmpty() || target.isEmpty()) {
        drives.add(Optional.of(new Drive(StraightLine.driveMillis(start, end, mode), true)));
      } else {
        int millis = roads.driveMillis(List.of(source.get()), List.of(target.get()), mode)[0];
        drives.add(
            millis == TravelTimes.UNREACHABLE
                ? Optional.empty()
                : Optional.of(new Drive(millis, false)));
      }
    }
    return drives;
  }

  /** One drive; empty where there is no way. */
  Optional<Drive> find(Position from, Position to, DrivingMode mode) {
    return find(from, List.of(to), mode).get(0);
  }

  private static GeoPoint point(Position position) {
    return new GeoPoint(position.lat(), position.lon());
  }
}
