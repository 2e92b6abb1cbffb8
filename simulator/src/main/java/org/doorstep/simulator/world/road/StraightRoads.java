package org.doorstep.simulator.world.road;

import java.util.Optional;
import org.doorstep.routing.GeoPoint;

/** Straight lines at one speed, half as fast again with blue lights. Immutable. */
final class StraightRoads implements Roads {
  private static final double BLUE_LIGHT = 1.5;
  private static final double HOUR_MILLIS_PER_KILOMETER_METERS = 3_600;

  private final Places places;
  private final double millisPerMeter;

  StraightRoads(Places places, double kilometersPerHour) {
    this.places = places;
    this.millisPerMeter = HOUR_MILLIS_PER_KILOMETER_METERS / kilometersPerHour;
  }

  @Override
  public Places places() {
    return places;
  }

  @Override
  public int driveMillis(int from, int to, boolean blueLight) {
    return millis(places.point(from), places.point(to), blueLight);
  }

  @Override
  public int driveMillis(Spot from, int to, boolean blueLight) {
    return millis(point(from), places.point(to), blueLight);
  }

  @Override
  public Way way(Spot from, int to) {
    GeoPoint begins = point(from);
    return new Straight(begins, places.point(to), millis(begins, places.point(to), false));
  }

  @Override
  public double driveMeters(GeoPoint from, GeoPoint to) {
    return from.distanceMeters(to);
  }

  private GeoPoint point(Spot spot) {
    return spot.point().orElseGet(() -> places.point(spot.place()));
  }

  private int millis(GeoPoint from, GeoPoint to, boolean blueLight) {
    double millis = from.distanceMeters(to) * millisPerMeter;
    return (int) StrictMath.round(blueLight ? millis / BLUE_LIGHT : millis);
  }

  private record Straight(GeoPoint from, GeoPoint to, int driveMillis) implements Way {
    @Override
    public Spot after(int millis) {
      double share =
          driveMillis == 0
              ? 1
              : StrictMath.max(0, StrictMath.min(1, millis / (double) driveMillis));
      return Spot.on(
          new GeoPoint(
              from.lat() + share * (to.lat() - from.lat()),
              from.lon() + share * (to.lon() - from.lon())),
          Optional.empty());
    }
  }
}
