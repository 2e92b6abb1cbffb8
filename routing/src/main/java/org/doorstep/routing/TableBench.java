package org.doorstep.routing;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doorstep.routing.RoutingBench.Taker;

/** Measures tables and sweeps of one driving mode. */
final class TableBench {
  private static final int WARM_UP = 3_000;
  private static final int QUERIES = 10_000;
  private static final int ROUNDS = 15;
  private static final int COVERING_UNITS = 200;
  private static final Duration DEPTH_LIMIT = Duration.ofMinutes(8);

  private final RoadNetwork roads;
  private final DrivingMode mode;
  private final BenchPlaces places;
  private long seen;

  TableBench(RoadNetwork roads, DrivingMode mode, BenchPlaces places) {
    this.roads = roads;
    this.mode = mode;
    this.places = places;
  }

  /** All units to one place, from the standing table, snapping the place included. */
  void standing(int units, Taker taker) {
    StandingUnits standing = roads.standingUnits(units);
    List<GeoPoint> fixes = places.points(units);
    for (int unit = 0; unit < units; unit++) {
      standing.move(unit, fixes.get(unit), Double.NaN);
    }
    StandingUnits.Reader reader = standing.reader();
    List<GeoPoint> incidents = places.points(WARM_UP + QUERIES);
    int[] millis = new int[units];
    long[] nanos = new long[QUERIES];
    for (int i = 0; i < incidents.size(); i++) {
      GeoPoint at = incidents.get(i);
      long start = System.nanoTime();
      reader.find(at.lat(), at.lon(), mode, millis);
      long took = System.nanoTime() - start;
      seen += RoutingBench.checksum(millis);
      if (i >= WARM_UP) {
        nanos[i - WARM_UP] = took;
      }
    }
    roads.forget(standing);
    Arrays.sort(nanos);
    taker.take("oneTo500P50Micros", nanos[QUERIES / 2] / 1e3);
    taker.take("oneTo500P99Micros", nanos[QUERIES * 99 / 100] / 1e3);
    taker.take("oneTo500MaxMicros", nanos[QUERIES - 1] / 1e3);
  }

  /** Tables without anything prepared, snapping of all places included. */
  void cold(int units, Taker taker) {
    taker.take("coldOneTo500Millis", table(units, 1));
    taker.take("matrix50By200Millis", table(50, 200));
    taker.take("matrix500Millis", table(500, 500));
    taker.take("matrix1000Millis", table(1_000, 1_000));
  }

  private double table(int from, int to) {
    int rounds = from == 1_000 ? ROUNDS : 2 * ROUNDS;
    double[] millis = new double[rounds];
    for (int round = -rounds / 2; round < rounds; round++) {
      List<GeoPoint> sources = places.points(from);
      List<GeoPoint> targets = places.points(to);
      long start = System.nanoTime();
      int[] table = roads.driveMillis(snap(sources), snap(targets), mode);
      if (round >= 0) {
        millis[round] = (System.nanoTime() - start) / 1e6;
      }
      seen += RoutingBench.checksum(table);
    }
    return median(millis);
  }

  private List<Snapped> snap(List<GeoPoint> points) {
    return points.stream().flatMap(point -> roads.snap(point, mode).stream()).toList();
  }

  /** Every junction from the nearest of 200 units, and how many units reach it in eight minutes. */
  void coverage(Taker taker) {
    List<Snapped> units = snap(places.points(COVERING_UNITS));
    taker.take("coverageMillis", coverage(units, Optional.empty()));
    taker.take("coverageDepthMillis", coverage(units, Optional.of(DEPTH_LIMIT)));
    taker.take("oneToAllMillis", coverage(units.subList(0, 1), Optional.empty()));
  }

  private double coverage(List<Snapped> units, Optional<Duration> depth) {
    double[] millis = new double[2 * ROUNDS];
    for (int round = -ROUNDS; round < millis.length; round++) {
      long start = System.nanoTime();
      Coverage coverage = roads.coverage(units, mode, depth);
      if (round >= 0) {
        millis[round] = (System.nanoTime() - start) / 1e6;
      }
      seen += coverage.millis(0);
    }
    return median(millis);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Keeps what was found from being thought unused. */
  long seen() {
    return seen;
  }
}
