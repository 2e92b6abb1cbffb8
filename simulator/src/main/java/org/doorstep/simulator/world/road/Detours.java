package org.doorstep.simulator.world.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.Route;

/**
 * How much longer drives are than the straight line, by how long that is: the mean of some hundred
 * routes on this map. Tables hold times only, and a route for each drive of a year would take
 * minutes. Immutable.
 */
final class Detours {
  private static final int LOOKS = 20_000;

  /** Of each band. */
  private static final int SAMPLES = 60;

  private static final int STRIDE = 7_919;
  private static final List<Double> BANDS_METERS = List.of(2_000.0, 5_000.0, 10_000.0, 20_000.0);

  /** Where a band has no route that could be sampled. */
  private static final double USUAL = 1.4;

  private final List<Double> factors;

  private Detours(List<Double> factors) {
    this.factors = List.copyOf(factors);
  }

  static Detours of(RoadNetwork network, Places places) {
    int bands = BANDS_METERS.size() + 1;
    int[] sampled = new int[bands];
    double[] straight = new double[bands];
    double[] driven = new double[bands];
    int count = places.callCount();
    for (int look = 0; look < LOOKS; look++) {
      GeoPoint from = places.point(places.firstCall() + look % count);
      GeoPoint to = places.point(places.firstCall() + (int) ((long) look * STRIDE % count));
      double meters = from.distanceMeters(to);
      int band = band(meters);
      if (meters > 0 && sampled[band] < SAMPLES) {
        sampled[band]++;
        Optional<Route> route = network.route(from, to, DrivingMode.NORMAL);
        straight[band] += route.isPresent() ? meters : 0;
        driven[band] += route.map(Route::distanceMeters).orElse(0.0);
      }
    }
    List<Double> factors = new ArrayList<>();
    for (int band = 0; band < bands; band++) {
      factors.add(straight[band] > 0 ? driven[band] / straight[band] : USUAL);
    }
    return new Detours(factors);
  }

  double meters(GeoPoint from, GeoPoint to) {
    double straight = from.distanceMeters(to);
    return straight * factors.get(band(straight));
  }

  private static int band(double meters) {
    int band = 0;
    while (band < BANDS_METERS.size() && meters >= BANDS_METERS.get(band)) {
      band++;
    }
    return band;
  }
}
