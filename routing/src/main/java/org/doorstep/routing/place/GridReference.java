package org.doorstep.routing.place;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.routing.GeoPoint;

/**
 * References of the British national grid, such as "TQ 590 460" or "559000 146000", and where they
 * are.
 *
 * <p>A reference with letters names a square, of 1 km with four figures down to 1 m with ten; its
 * middle is meant here. One of figures alone is metres east and north, six figures each (seven
 * north of Orkney), apart from each other: twelve figures in one may be the number of a property.
 * The way from the grid to WGS 84 is the inverse transverse Mercator projection on the Airy
 * ellipsoid, then a Helmert transformation with seven parameters [1]. That is at most 5 m off
 * anywhere in Great Britain, because the old datum is itself uneven, and so less than what most
 * references leave open; the exact grid of shifts is a megabyte, and is not needed to find a house.
 *
 * <p>[1] Ordnance Survey: A guide to coordinate systems in Great Britain, annex C and section 6.6.
 */
final class GridReference {
  private static final Pattern FORM =
      Pattern.compile("([A-HJ-Z]{2})\\s*(\\d{2,5})\\s+(\\d{2,5})|([A-HJ-Z]{2})\\s*(\\d{4,10})");
  private static final Pattern FIGURES =
      Pattern.compile("E? ?(\\d{6})(?: ?[,;/] ?| | ?(?=N))N? ?(\\d{6,7})");
  private static final String LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXYZ";
  private static final int SQUARE_METERS = 100_000;

  /** The grid ends here, in metres. */
  static final int EAST_MAX = 700_000;

  /** As above. */
  static final int NORTH_MAX = 1_300_000;

  private static final double AIRY_A = 6_377_563.396;
  private static final double AIRY_B = 6_356_256.909;
  private static final double WGS_A = 6_378_137.0;
  private static final double WGS_B = 6_356_752.314_245;
  private static final double SCALE = 0.999_601_271_7;
  private static final double ORIGIN_LAT = StrictMath.toRadians(49);
  private static final double ORIGIN_LON = StrictMath.toRadians(-2);
  private static final double ORIGIN_EAST = 400_000;
  private static final double ORIGIN_NORTH = -100_000;

  private static final double SHIFT_X = 446.448;
  private static final double SHIFT_Y = -125.157;
  private static final double SHIFT_Z = 542.060;
  private static final double GROWTH = 1 - 20.489_4e-6;
  private static final double TURN_X = StrictMath.toRadians(0.150_2 / 3_600);
  private static final double TURN_Y = StrictMath.toRadians(0.247_0 / 3_600);
  private static final double TURN_Z = StrictMath.toRadians(0.842_1 / 3_600);
  private static final int ROUNDS_MAX = 20;

  private GridReference() {}

  /** Reads a reference in any case and spacing; empty if it is none. */
  static Optional<GeoPoint> find(String text) {
    String plain = text.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
    Matcher metres = FIGURES.matcher(plain);
    if (metres.matches()) {
      return findMeters(Integer.parseInt(metres.group(1)), Integer.parseInt(metres.group(2)));
    }
    Matcher matcher = FORM.matcher(plain);
    return matcher.matches() ? findSquare(matcher) : Optional.empty();
  }

  private static Optional<GeoPoint> findMeters(int east, int north) {
    return east < EAST_MAX && north < NORTH_MAX
        ? Optional.of(wgs84(east, north))
        : Optional.empty();
  }

  private static Optional<GeoPoint> findSquare(Matcher matcher) {
    boolean apart = matcher.group(1) != null;
    String letters = matcher.group(apart ? 1 : 4);
    String figures = apart ? matcher.group(2) + matcher.group(3) : matcher.group(5);
    boolean uneven = apart && matcher.group(2).length() != matcher.group(3).length();
    if (uneven || figures.length() % 2 != 0) {
      return Optional.empty();
    }
    int half = figures.length() / 2;
    double unit = StrictMath.pow(10, 5 - half);
    double east = (Integer.parseInt(figures.substring(0, half)) + 0.5) * unit;
    double north = (Integer.parseInt(figures.substring(half)) + 0.5) * unit;
    int first = LETTERS.indexOf(letters.charAt(0));
    int second = LETTERS.indexOf(letters.charAt(1));
    int column = (first % 5 - 2) * 5 + second % 5;
    int row = (3 - first / 5) * 5 + 4 - second / 5;
    boolean onGrid = column >= 0 && column < 7 && row >= 0 && row < 13;
    return onGrid
        ? Optional.of(wgs84(column * SQUARE_METERS + east, row * SQUARE_METERS + north))
        : Optional.empty();
  }

  /** Metres east and north of the grid's false origin, as a point of WGS 84. */
  static GeoPoint wgs84(double east, double north) {
    double[] old = airy(east, north);
    double sinLat = StrictMath.sin(old[0]);
    double cosLat = StrictMath.cos(old[0]);
    double e2 = 1 - AIRY_B * AIRY_B / (AIRY_A * AIRY_A);
    double nu = AIRY_A / StrictMath.sqrt(1 - e2 * sinLat * sinLat);
    double x = nu * cosLat * StrictMath.cos(old[1]);
    double y = nu * cosLat * StrictMath.sin(old[1]);
    double z = (1 - e2) * nu * sinLat;
    return onWgs84(
        SHIFT_X + GROWTH * x - TURN_Z * y + TURN_Y * z,
        SHIFT_Y + TURN_Z * x + GROWTH * y - TURN_X * z,
        SHIFT_Z - TURN_Y * x + TURN_X * y + GROWTH * z);
  }

  private static GeoPoint onWgs84(double x, double y, double z) {
    double e2 = 1 - WGS_B * WGS_B / (WGS_A * WGS_A);
    double p = StrictMath.sqrt(x * x + y * y);
    double lat = StrictMath.atan2(z, p * (1 - e2));
    for (int i = 0; i < ROUNDS_MAX; i++) {
      double sin = StrictMath.sin(lat);
      double nu = WGS_A / StrictMath.sqrt(1 - e2 * sin * sin);
      lat = StrictMath.atan2(z + e2 * nu * sin, p);
    }
    return new GeoPoint(StrictMath.toDegrees(lat), StrictMath.toDegrees(StrictMath.atan2(y, x)));
  }

  /** Latitude and longitude on the Airy ellipsoid in radians; the letters are those of [1]. */
  private static double[] airy(double east, double north) {
    double lat = ORIGIN_LAT + (north - ORIGIN_NORTH) / (AIRY_A * SCALE);
    for (int i = 0; i < ROUNDS_MAX; i++) {
      lat += (north - ORIGIN_NORTH - meridian(lat)) / (AIRY_A * SCALE);
    }
    double e2 = 1 - AIRY_B * AIRY_B / (AIRY_A * AIRY_A);
    double sin2 = square(StrictMath.sin(lat));
    double nu = AIRY_A * SCALE / StrictMath.sqrt(1 - e2 * sin2);
    double rho = AIRY_A * SCALE * (1 - e2) / StrictMath.pow(1 - e2 * sin2, 1.5);
    double eta2 = nu / rho - 1;
    double tan = StrictMath.tan(lat);
    double t2 = tan * tan;
    double sec = 1 / StrictMath.cos(lat);
    double d = (east - ORIGIN_EAST) / nu;
    double d2 = d * d;
    double vii = tan / 2 * nu / rho;
    double viii = tan / 24 * nu / rho * (5 + 3 * t2 + eta2 - 9 * t2 * eta2);
    double ix = tan / 720 * nu / rho * (61 + 90 * t2 + 45 * t2 * t2);
    double xi = sec / 6 * (nu / rho + 2 * t2);
    double xii = sec / 120 * (5 + 28 * t2 + 24 * t2 * t2);
    return new double[] {
      lat - d2 * (vii - d2 * (viii - d2 * ix)), ORIGIN_LON + d * (sec - d2 * (xi - d2 * xii))
    };
  }

  /** The length of the meridian from the origin to a latitude, in metres of the grid. */
  private static double meridian(double lat) {
    double n = (AIRY_A - AIRY_B) / (AIRY_A + AIRY_B);
    double n2 = n * n;
    double n3 = n2 * n;
    double minus = lat - ORIGIN_LAT;
    double plus = lat + ORIGIN_LAT;
    return AIRY_B
        * SCALE
        * ((1 + n + 1.25 * (n2 + n3)) * minus
            - (3 * n + 3 * n2 + 2.625 * n3) * StrictMath.sin(minus) * StrictMath.cos(plus)
            + 1.875 * (n2 + n3) * StrictMath.sin(2 * minus) * StrictMath.cos(2 * plus)
            - 35.0 / 24 * n3 * StrictMath.sin(3 * minus) * StrictMath.cos(3 * plus));
  }

  private static double square(double x) {
    return x * x;
  }
}
