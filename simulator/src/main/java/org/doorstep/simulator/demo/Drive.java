package org.doorstep.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.Route;

/**
 * A vehicle on its way: where it is at any instant, along the line of the road.
 *
 * <p>The way covered is in proportion to the time driven, as the route knows no speeds of its
 * parts.
 *
 * @param line at least one point
 * @param takes from the first point to the last, at the demo's speed
 */
record Drive(List<GeoPoint> line, Instant startedAt, Duration takes) {
  private static final double STRAIGHT_METERS_PER_SECOND = 14;
  private static final double DETOUR = 1.3;

  Drive {
    line = List.copyOf(line);
    if (line.isEmpty()) {
      throw new IllegalArgumentException("A drive needs one point at least.");
    }
  }

  static Drive along(Route route, Instant startedAt, double speed) {
    return new Drive(
        route.line(), startedAt, Duration.ofMillis((long) (route.driveMillis() / speed)));
  }

  /** Where no road is known, and for aircraft. */
  static Drive straight(
      GeoPoint from, GeoPoint to, double metersPerSecond, Instant startedAt, double speed) {
    double seconds = from.distanceMeters(to) / metersPerSecond;
    return new Drive(
        List.of(from, to), startedAt, Duration.ofMillis((long) (seconds * 1_000 / speed)));
  }

  static Drive straight(GeoPoint from, GeoPoint to, Instant startedAt, double speed) {
    return straight(from, to, STRAIGHT_METERS_PER_SECOND / DETOUR, startedAt, speed);
  }

  Instant endsAt() {
    return startedAt.plus(takes);
  }

  GeoPoint end() {
    return line.get(line.size() - 1);
  }

  /** Where the vehicle is; before the start at the first point, after the end at the last. */
  GeoPoint at(Instant now) {
    if (!now.isBefore(endsAt())) {
      return end();
    }
    double share = (double) Duration.between(startedAt, now).toMillis() / takes.toMillis();
    double left = length() * StrictMath.max(0, share);
    for (int i = 1; i < line.size(); i++) {
      GeoPoint from = line.get(i - 1);
      GeoPoint to = line.get(i);
      double stretch = from.distanceMeters(to);
      if (left < stretch) {
        return between(from, to, left / stretch);
      }
      left -= stretch;
    }
    return end();
  }

  private double length() {
    double meters = 0;
    for (int i = 1; i < line.size(); i++) {
      meters += line.get(i - 1).distanceMeters(line.get(i));
    }
    return meters;
  }

  private static GeoPoint between(GeoPoint from, GeoPoint to, double share) {
    return new GeoPoint(
        from.lat() + (to.lat() - from.lat()) * share, from.lon() + (to.lon() - from.lon()) * share);
  }
}
