package org.doorstep.routing;

import java.util.List;

/**
 * A drive as it would be drawn.
 *
 * @param line from the first place to the last, snapped to roads; at least two points
 * @param driveMillis predicted driving time in milliseconds
 * @param distanceMeters length along the roads in metres
 */
public record Route(List<GeoPoint> line, int driveMillis, double distanceMeters) {
  public Route {
    line = List.copyOf(line);
  }
}
