package org.doorstep.routing.westkent;

/**
 * The area as a flat plane, in metres east and north of a middle point.
 *
 * <p>Lengths are at most 0.5 % off within 50 km, which is far less than the geography is known to.
 */
final class Plane {
  private static final double MIDDLE_LAT = 51.2;
  private static final double MIDDLE_LON = 0.4;
  private static final double METERS_PER_LAT = 111_251;
  private static final double METERS_PER_LON = 69_880;

  private Plane() {}

  static double x(double lon) {
    return (lon - MIDDLE_LON) * METERS_PER_LON;
  }

  static double y(double lat) {
    return (lat - MIDDLE_LAT) * METERS_PER_LAT;
  }

  static double lon(double x) {
    return MIDDLE_LON + x / METERS_PER_LON;
  }

  static double lat(double y) {
    return MIDDLE_LAT + y / METERS_PER_LAT;
  }

  static double distance(double x1, double y1, double x2, double y2) {
    double dx = x2 - x1;
    double dy = y2 - y1;
    return Math.sqrt(dx * dx + dy * dy);
  }
}
