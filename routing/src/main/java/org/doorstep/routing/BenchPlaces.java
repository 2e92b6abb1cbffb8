package org.doorstep.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Places drawn at random along the roads of a map that are open in a mode and lead anywhere. */
final class BenchPlaces {
  private static final double OFF_ROAD_DEGREES = 0.000_1;

  private final RoadNetwork roads;
  private final DrivingMode mode;
  private final Random random;

  BenchPlaces(RoadNetwork roads, DrivingMode mode, long seed) {
    this.roads = roads;
    this.mode = mode;
    this.random = new Random(seed);
  }

  List<GeoPoint> points(int count) {
    List<GeoPoint> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(point(lane(), random.nextDouble()));
    }
    return points;
  }

  /** An open lane of the mainland. */
  int lane() {
    while (true) {
      int lane = random.nextInt(2 * roads.roads().edgeCount());
      if (roads.metric().isLaneOpen(lane, mode) && !roads.roads().isOnIsland(lane >> 1, mode)) {
        return lane;
      }
    }
  }

  /** An open lane that leads on from a lane, or another one at random at a dead end. */
  int next(int lane) {
    int[] onwards = roads.lanesOnward(lane, mode);
    return onwards.length == 0 ? lane() : onwards[random.nextInt(onwards.length)];
  }

  /** A point at a part of a lane's length, a few metres beside the road as a fix is. */
  GeoPoint point(int lane, double share) {
    List<GeoPoint> line = new ArrayList<>();
    LaneCourse.add(roads.roads(), lane, share, share, line);
    GeoPoint on = line.get(0);
    return new GeoPoint(
        on.lat() + random.nextGaussian() * OFF_ROAD_DEGREES / 2,
        on.lon() + random.nextGaussian() * OFF_ROAD_DEGREES / 2);
  }
}
