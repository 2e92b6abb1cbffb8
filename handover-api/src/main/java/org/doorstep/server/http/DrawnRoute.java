package org.doorstep.server.http;

import java.util.List;
import org.doorstep.routing.GeoPoint;

/**
 * A way for drawing, as the contract has it.
 *
 * @param line longitude and latitude of each point
 */
record DrawnRoute(
    int driveMillis, double distanceMeters, boolean estimated, List<List<Double>> line) {
  static List<List<Double>> line(List<GeoPoint> points) {
    return points.stream().map(point -> List.of(point.lon(), point.lat())).toList();
  }
}
