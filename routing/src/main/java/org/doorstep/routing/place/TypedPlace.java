package org.doorstep.routing.place;

import java.util.Locale;
import java.util.Optional;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.MapInfo;

/** Places typed as figures: degrees, or a reference of the national grid. */
final class TypedPlace {
  /** Places a little off the roads are still on the map; degrees. */
  private static final double MARGIN = 0.05;

  private final MapInfo map;

  TypedPlace(MapInfo map) {
    this.map = map;
  }

  /** Whether a text has the form of a typed place, on the map or not. */
  static boolean isFigures(String text) {
    return TypedDegrees.find(text).isPresent() || GridReference.find(text).isPresent();
  }

  /** The place, if it lies on the map. Degrees typed the wrong way round are put right. */
  Optional<Found> find(String text) {
    Optional<GeoPoint> grid = GridReference.find(text);
    if (grid.isPresent()) {
      String label = text.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
      return grid.filter(this::isOnMap).map(at -> new Found(label, Found.Kind.GRID_REFERENCE, at));
    }
    return TypedDegrees.find(text)
        .flatMap(this::point)
        .map(at -> new Found(label(at), Found.Kind.COORDINATES, at));
  }

  /** Whether a point lies within the bounds of the map, or close to them. */
  boolean isOnMap(GeoPoint at) {
    return isOnMap(map, at);
  }

  /** As above, of any map. */
  static boolean isOnMap(MapInfo map, GeoPoint at) {
    return at.lat() >= map.south() - MARGIN
        && at.lat() <= map.north() + MARGIN
        && at.lon() >= map.west() - MARGIN
        && at.lon() <= map.east() + MARGIN;
  }

  private Optional<GeoPoint> point(TypedDegrees typed) {
    double lat = typed.isLongitudeFirst() ? typed.second() : typed.first();
    double lon = typed.isLongitudeFirst() ? typed.first() : typed.second();
    Optional<GeoPoint> asTyped = point(lat, lon);
    return asTyped.isPresent() ? asTyped : point(lon, lat);
  }

  private Optional<GeoPoint> point(double lat, double lon) {
    if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
      return Optional.empty();
    }
    return Optional.of(new GeoPoint(lat, lon)).filter(this::isOnMap);
  }

  private static String label(GeoPoint at) {
    return String.format(Locale.ROOT, "%.5f, %.5f", at.lat(), at.lon());
  }
}
