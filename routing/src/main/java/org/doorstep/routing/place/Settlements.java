package org.doorstep.routing.place;

import java.util.List;
import java.util.function.Predicate;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.Scenery;

/**
 * Which settlement, and which part of one, a point lies in or near: the one whose middle is
 * nearest, where a town reaches farther than a village. Distances are in degrees of latitude,
 * flattened at the map's own.
 */
final class Settlements {
  private static final double METERS_PER_DEGREE = 111_195;
  private static final double PART_METERS_MAX = 1_500;

  private final Middles whole;
  private final Middles parts;

  Settlements(List<Scenery.NamedPlace> all) {
    whole = new Middles(all, place -> reachMeters(place.kind()) > 0);
    parts = new Middles(all, place -> isPart(place.kind()));
  }

  /** Whether a kind of place is a part of a town. */
  static boolean isPart(String kind) {
    return kind.equals("suburb") || kind.equals("neighbourhood");
  }

  /** The name of the settlement, or empty on a map without any. */
  String name(GeoPoint at) {
    return whole.nearest(at, Double.MAX_VALUE);
  }

  /** The name of the part of a town, or empty where none is near. */
  String part(GeoPoint at) {
    double most = PART_METERS_MAX / METERS_PER_DEGREE;
    return parts.nearest(at, most * most);
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

  private static final class Middles {
    private final List<Scenery.NamedPlace> places;
    private final double[] lats;
    private final double[] lons;
    private final double[] reaches;
    private final double shrink;

    Middles(List<Scenery.NamedPlace> all, Predicate<Scenery.NamedPlace> wanted) {
      places = all.stream().filter(wanted).toList();
      lats = places.stream().mapToDouble(place -> place.at().lat()).toArray();
      lons = places.stream().mapToDouble(place -> place.at().lon()).toArray();
      reaches =
          places.stream()
              .mapToDouble(place -> reachMeters(place.kind()) / METERS_PER_DEGREE)
              .map(reach -> reach * reach)
              .toArray();
      shrink = lats.length == 0 ? 1 : StrictMath.cos(StrictMath.toRadians(lats[0]));
    }

    String nearest(GeoPoint at, double most) {
      int best = -1;
      double least = most;
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
  }
}
