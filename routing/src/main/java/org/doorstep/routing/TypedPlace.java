package org.doorstep.routing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places typed as figures: degrees, or a reference of the national grid. */
final class TypedPlace {
  private static final Pattern DEGREES =
      Pattern.compile(
          "\\s*([-+]?\\d{1,3}\\.\\d+)\\s*°?\\s*([NS]?)\\s*[,;\\s]\\s*([-+]?\\d{1,3}\\.\\d+)\\s*°?\\s*([EW]?)\\s*",
          Pattern.CASE_INSENSITIVE);

  /** Places a little off the roads are still on the map; degrees. */
  private static final double MARGIN = 0.05;

  private final MapInfo map;

  TypedPlace(MapInfo map) {
    this.map = map;
  }

  /** Whether a text has the form of a typed place, on the map or not. */
  static boolean isFigures(String text) {
    return DEGREES.matcher(text).matches() || GridReference.find(text).isPresent();
  }

  /** The place, if it lies on the map. Degrees typed the wrong way round are put right. */
  Optional<Found> find(String text) {
    Optional<GeoPoint> grid = GridReference.find(text);
    if (grid.isPresent()) {
      String label = text.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
      return grid.filter(this::isOnMap).map(at -> new Found(label, Found.Kind.GRID_REFERENCE, at));
    }
    Matcher matcher = DEGREES.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    double first = signed(matcher.group(1), matcher.group(2), "S");
    double second = signed(matcher.group(3), matcher.group(4), "W");
    Optional<GeoPoint> asTyped = point(first, second);
    return (asTyped.isPresent() ? asTyped : point(second, first))
        .map(at -> new Found(label(at), Found.Kind.COORDINATES, at));
  }

  private static double signed(String degrees, String side, String negative) {
    double value = Double.parseDouble(degrees);
    return side.equalsIgnoreCase(negative) ? -value : value;
  }

  private Optional<GeoPoint> point(double lat, double lon) {
    if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
      return Optional.empty();
    }
    return Optional.of(new GeoPoint(lat, lon)).filter(this::isOnMap);
  }

  private boolean isOnMap(GeoPoint at) {
    return at.lat() >= map.south() - MARGIN
        && at.lat() <= map.north() + MARGIN
        && at.lon() >= map.west() - MARGIN
        && at.lon() <= map.east() + MARGIN;
  }

  private static String label(GeoPoint at) {
    return String.format(Locale.ROOT, "%.5f, %.5f", at.lat(), at.lon());
  }
}
