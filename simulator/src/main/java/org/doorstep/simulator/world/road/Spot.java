package org.doorstep.simulator.world.road;

import java.util.Optional;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.Snapped;

/**
 * Where a vehicle is: at a fixed place, or somewhere on the road.
 *
 * @param place the number of the fixed place, or -1
 * @param point where it is; for a fixed place left empty, the places know it
 * @param onRoad the position on a map's road, where there is a map
 */
public record Spot(int place, Optional<GeoPoint> point, Optional<Snapped> onRoad) {
  /** At a fixed place. */
  public static Spot at(int place) {
    return new Spot(place, Optional.empty(), Optional.empty());
  }

  /** Somewhere on the way. */
  public static Spot on(GeoPoint point, Optional<Snapped> onRoad) {
    return new Spot(-1, Optional.of(point), onRoad);
  }

  /** Whether it is one of the fixed places. */
  public boolean isPlace() {
    return place >= 0;
  }
}
