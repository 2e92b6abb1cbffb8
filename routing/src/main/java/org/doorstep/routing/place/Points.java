package org.doorstep.routing.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.doorstep.routing.GeoPoint;

/** Points of one thing; its middle is the one nearest to their mean, and so lies on it. */
final class Points {
  private static final int POINTS_MAX = 1_000;

  private final List<GeoPoint> points = new ArrayList<>(2);

  /** Adds a point; beyond a thousand they do not change the middle enough to be kept. */
  void add(GeoPoint point) {
    if (points.size() < POINTS_MAX) {
      points.add(point);
    }
  }

  GeoPoint middle() {
    double lat = points.stream().mapToDouble(GeoPoint::lat).average().orElseThrow();
    double lon = points.stream().mapToDouble(GeoPoint::lon).average().orElseThrow();
    GeoPoint mean = new GeoPoint(lat, lon);
    return points.stream().min(Comparator.comparingDouble(mean::distanceMeters)).orElseThrow();
  }

  /** The points, those within so many metres of one before left out. */
  List<GeoPoint> apart(double meters) {
    List<GeoPoint> apart = new ArrayList<>();
    for (GeoPoint point : points) {
      if (apart.stream().noneMatch(other -> other.distanceMeters(point) < meters)) {
        apart.add(point);
      }
    }
    return apart;
  }
}
