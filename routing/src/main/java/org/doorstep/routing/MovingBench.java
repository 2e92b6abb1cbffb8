package org.doorstep.routing;

import java.util.Arrays;
import org.doorstep.routing.RoutingBench.Taker;
import org.doorstep.routing.hierarchy.Ends;
import org.doorstep.routing.hierarchy.StandingTable;

/**
 * Measures how many units can be kept in their places: each drives on along the roads at 15 m/s, a
 * fix a second, and is put onto its road and moved in the table.
 */
final class MovingBench {
  private static final int UNITS = 5_000;
  private static final int SECONDS = 12;
  private static final int WARM_UP_SECONDS = 4;
  private static final double METERS_PER_SECOND = 15;
  private static final double PERCENT = 100;

  private final RoadNetwork roads;
  private final DrivingMode mode;
  private final BenchPlaces places;
  private final int[] lanes = new int[UNITS];
  private final double[] shares = new double[UNITS];
  private final double[] lats = new double[UNITS];
  private final double[] lons = new double[UNITS];
  private final double[] courses = new double[UNITS];

  MovingBench(RoadNetwork roads, DrivingMode mode, BenchPlaces places) {
    this.roads = roads;
    this.mode = mode;
    this.places = places;
    for (int unit = 0; unit < UNITS; unit++) {
      lanes[unit] = places.lane();
    }
  }

  void run(Taker taker) {
    StandingUnits both = roads.standingUnits(UNITS);
    StandingTable one = new StandingTable(roads.metric().hierarchy(mode), UNITS);
    RoadFinder finder = roads.finder();
    int[] edges = new int[UNITS];
    Arrays.fill(edges, RoadFinder.NO_EDGE);
    Ends place = new Ends(1);
    long[] nanosOfOne = new long[SECONDS];
    long[] nanosOfBoth = new long[SECONDS];
    for (int second = 0; second < SECONDS; second++) {
      drive();
      long start = System.nanoTime();
      for (int unit = 0; unit < UNITS; unit++) {
        put(one, finder, edges, place, unit);
      }
      long between = System.nanoTime();
      for (int unit = 0; unit < UNITS; unit++) {
        both.move(unit, lats[unit], lons[unit], courses[unit]);
      }
      nanosOfOne[second] = between - start;
      nanosOfBoth[second] = System.nanoTime() - between;
    }
    roads.forget(both);
    double micros = medianMicros(nanosOfOne);
    taker.take("replaceMicros", micros);
    taker.take("replace5000CorePercent", micros * UNITS / 1e6 * PERCENT);
    taker.take("replaceBothModesMicros", medianMicros(nanosOfBoth));
  }

  private void put(StandingTable table, RoadFinder finder, int[] edges, Ends place, int unit) {
    RoutingMetric metric = roads.metric();
    place.clear();
    if (finder.find(metric, mode, lats[unit], lons[unit], courses[unit], edges[unit])) {
      edges[unit] = finder.edge();
      metric.addSource(place, mode, finder.edge(), finder.fraction(), finder.heading());
    } else {
      place.addNowhere();
    }
    table.put(unit, place, 0);
  }

  private void drive() {
    for (int unit = 0; unit < UNITS; unit++) {
      double left = METERS_PER_SECOND;
      double length = roads.roads().lengthMeters(lanes[unit] >> 1);
      shares[unit] += left / Math.max(1, length);
      if (shares[unit] > 1) {
        lanes[unit] = places.next(lanes[unit]);
        shares[unit] = 0;
      }
      GeoPoint at = places.point(lanes[unit], shares[unit]);
      courses[unit] = course(lats[unit], lons[unit], at);
      lats[unit] = at.lat();
      lons[unit] = at.lon();
    }
  }

  private static double course(double lat, double lon, GeoPoint at) {
    double east = (at.lon() - lon) * Math.cos(Math.toRadians(lat));
    return Math.toDegrees(Math.atan2(east, at.lat() - lat));
  }

  private static double medianMicros(long[] nanos) {
    long[] counted = Arrays.copyOfRange(nanos, WARM_UP_SECONDS, nanos.length);
    Arrays.sort(counted);
    return counted[counted.length / 2] / 1e3 / UNITS;
  }
}
