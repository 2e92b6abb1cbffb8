package org.doorstep.routing;

/**
 * Drive times where no roads are known: a straight line, drawn out by a detour factor, at one
 * speed.
 *
 * <p>Whoever shows such a time says that it is an estimate. Factor and speeds are engineering
 * defaults, between the 1.3 and 1.6 that are usual for towns and country.
 */
public final class StraightLine {
  /** How much longer roads are than the line, as a factor. */
  public static final double DETOUR_FACTOR = 1.4;

  private static final double NORMAL_METERS_PER_SECOND = 11.0;
  private static final double BLUE_LIGHT_METERS_PER_SECOND = 14.0;

  private StraightLine() {}

  /** Estimated driving time in whole milliseconds. */
  public static int driveMillis(GeoPoint from, GeoPoint to, DrivingMode mode) {
    double speed =
        mode == DrivingMode.BLUE_LIGHT ? BLUE_LIGHT_METERS_PER_SECOND : NORMAL_METERS_PER_SECOND;
    double seconds = from.distanceMeters(to) * DETOUR_FACTOR / speed;
    return (int) Math.min(Integer.MAX_VALUE, Math.round(seconds * 1_000));
  }
}
