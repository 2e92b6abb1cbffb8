package org.doorstep.dispatch.shell.travel;

import java.util.List;
import java.util.Optional;
import org.doorstep.routing.GeoPoint;

/**
 * The roads that a closure means on the map in use.
 *
 * @param roads each as a line; none if it cannot be laid
 * @param fault why it cannot be laid on this map: its roads are then driven as if it were not there
 */
public record LaidClosure(List<List<GeoPoint>> roads, Optional<String> fault) {
  public LaidClosure {
    roads = roads.stream().map(List::copyOf).toList();
  }

  /** The length of all its roads; two carriageways count twice. */
  public double lengthMeters() {
    double meters = 0;
    for (List<GeoPoint> road : roads) {
      for (int i = 1; i < road.size(); i++) {
        meters += road.get(i - 1).distanceMeters(road.get(i));
      }
    }
    return meters;
  }
}
