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
public final class RoadTimes {
  private final RoadNetwork roads;

  /**
   * One drive.
   *
   * @param millis predicted driving time, never rounded
   * @param estimated whether it is a straight-line estimate
   */
  public record Drive(int millis, boolean estimated) {}

  /** Drives over those roads. */
  public RoadTimes(RoadNetwork roads) {
    this.roads = roads;
  }

  /** The drives from one place to others, in their order; empty where there is no way. */
  List<Optional<Drive>> find(Position from, List<Position> to, DrivingMode mode) {
    GeoPoint start = point(from);
    Optional<Snapped> source = roads.snap(start, mode);
    List<Optional<Snapped>> targets =
        to.stream().map(place -> roads.snap(point(place), mode)).toList();
    List<Snapped> onRoads = targets.stream().flatMap(Optional::stream).toList();
    int[] table =
        source
            .map(snapped -> roads.driveMillis(List.of(snapped), onRoads, mode))
            .orElseGet(() -> new int[0]);
    List<Optional<Drive>> drives = new ArrayList<>();
    int column = 0;
    for (int i = 0; i < to.size(); i++) {
      if (source.isEmpty() || targets.get(i).isEmpty()) {
        int estimate = StraightLine.driveMillis(start, point(to.get(i)), mode);
        drives.add(Optional.of(new Drive(estimate, true)));
      } else {
        drives.add(overRoads(table[column++]));
      }
    }
    return drives;
  }

  private static Optional<Drive> overRoads(int millis) {
    return millis == TravelTimes.UNREACHABLE
        ? Optional.empty()
        : Optional.of(new Drive(millis, false));
  }

  /** One drive; empty where there is no way. */
  public Optional<Drive> find(Position from, Position to, DrivingMode mode) {
    return find(from, List.of(to), mode).get(0);
  }

  private static GeoPoint point(Position position) {
    return new GeoPoint(position.lat(), position.lon());
  }
}
