package org.doorstep.routing;

import java.util.List;

/**
 * Which settlement a point lies in or near: the one whose middle is nearest, where a town reaches
 * farther than a village. Distances are in degrees of latitude, flattened at the map's own.
 */
final class Settlements {
  private static final double METERS_PER_DEGREE = 111_195;

  private final List<Scenery.NamedPlace> places;
  private final double[] lats;
  private final double[] lons;
  private final double[] reaches;
  private final double shrink;

  Settlements(List<Scenery.NamedPlace> all) {
    places = all.stream().filter(place -> reachMeters(place.kind()) > 0).toList();
    lats = places.stream().mapToDouble(place -> place.at().lat()).toArray();
    lons = places.stream().mapToDouble(place -> place.at().lon()).toArray();
    reaches =
        places.stream()
            .mapToDouble(place -> reachMeters(place.kind()) / METERS_PER_DEGREE)
            .map(reach -> reach * reach)
            .toArray();
    shrink = lats.length == 0 ? 1 : StrictMath.cos(StrictMath.toRadians(lats[0]));
  }

  /** The name of the settlement, or empty on a map without any. */
  String name(GeoPoint at) {
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < lats.length; i++) {
      double north = lats[i] - at.lat();
      double east = (lons[i] - at.lon()) * shrink;
      double power = north * north + east * east - reaches[i];
      if (power < least) {
        least = power;
        best = i;
      }
    }
    return best < 0 ? "" : places.get(best).name();
  }

  private static double reachMeters(String kind) {
    return switch (kind) {
      case "city" -> 4_500;
      case "town" -> 2_200;
      case "village" -> 700;
      case "hamlet" -> 250;
      default -> 0;
    };
  }
}
