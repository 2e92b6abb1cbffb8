package org.doorstep.handover.bars;

import java.util.Optional;
import org.doorstep.dispatch.model.Position;

/**
 * Easting and northing of the national grid as WGS 84, good to about 5 metres.
 *
 * <p>Idea: the inverse transverse Mercator projection on the Airy ellipsoid, then the seven
 * parameters from OSGB36 to WGS 84; the height is taken as zero [1]. Cost: a handful of iterations.
 *
 * <p>[1] Ordnance Survey: A Guide to Coordinate Systems in Great Britain, annexes B and C.
 */
final class BritishGrid {
  private static final double EASTING_MIN = 10_000;
  private static final double EASTING_MAX = 700_000;
  private static final double NORTHING_MIN = 1_000;
  private static final double NORTHING_MAX = 1_300_000;

  private static final double A = 6_377_563.396;
  private static final double B = 6_356_256.909;
  private static final double SCALE = 0.9996012717;
  private static final double LAT_ORIGIN = Math.toRadians(49);
  private static final double LON_ORIGIN = Math.toRadians(-2);
  private static final double FALSE_EASTING = 400_000;
  private static final double FALSE_NORTHING = -100_000;
  private static final double E2 = (A * A - B * B) / (A * A);

  private static final double WGS_A = 6_378_137;
  private static final double WGS_E2 = 0.00669437999014;
  private static final double ARC_SECOND = Math.toRadians(1.0 / 3_600);
  private static final int ROUNDS_MAX = 20;

  private BritishGrid() {}

  /** The position; empty when the pair is no place on the grid. */
  static Optional<Position> find(double easting, double northing) {
    boolean plausible =
        easting >= EASTING_MIN
            && easting <= EASTING_MAX
            && northing >= NORTHING_MIN
            && northing <= NORTHING_MAX;
    return plausible ? Optional.of(toWgs(unproject(easting, northing))) : Optional.empty();
  }

  /** Latitude and longitude on the Airy ellipsoid, in radians. */
  private static double[] unproject(double easting, double northing) {
    double lat = LAT_ORIGIN;
    double arc = 0;
    for (int round = 0; round < ROUNDS_MAX; round++) {
      lat += (northing - FALSE_NORTHING - arc) / (A * SCALE);
      arc = meridianArc(lat);
    }
    double sin2 = Math.sin(lat) * Math.sin(lat);
    double nu = A * SCALE / Math.sqrt(1 - E2 * sin2);
    double rho = A * SCALE * (1 - E2) / Math.pow(1 - E2 * sin2, 1.5);
    double eta2 = nu / rho - 1;
    double t = Math.tan(lat);
    double t2 = t * t;
    double sec = 1 / Math.cos(lat);
    double x = (easting - FALSE_EASTING) / nu;
    double x2 = x * x;
    double north =
        t
            * (nu / rho)
            * x2
            * (0.5
                - x2 / 24 * (5 + 3 * t2 + eta2 - 9 * t2 * eta2)
                + x2 * x2 / 720 * (61 + 90 * t2 + 45 * t2 * t2));
    double east =
        sec * x * (1 - x2 / 6 * (nu / rho + 2 * t2) + x2 * x2 / 120 * (5 + 28 * t2 + 24 * t2 * t2));
    return new double[] {lat - north, LON_ORIGIN + east};
  }

  private static double meridianArc(double lat) {
    double n = (A - B) / (A + B);
    double n2 = n * n;
    double n3 = n2 * n;
    double d = lat - LAT_ORIGIN;
    double s = lat + LAT_ORIGIN;
    return B
        * SCALE
        * ((1 + n + 1.25 * (n2 + n3)) * d
            - (3 * n + 3 * n2 + 21.0 / 8 * n3) * Math.sin(d) * Math.cos(s)
            + 15.0 / 8 * (n2 + n3) * Math.sin(2 * d) * Math.cos(2 * s)
            - 35.0 / 24 * n3 * Math.sin(3 * d) * Math.cos(3 * s));
  }

  private static Position toWgs(double[] airy) {
    double lat = airy[0];
    double lon = airy[1];
    double nu = A / Math.sqrt(1 - E2 * Math.sin(lat) * Math.sin(lat));
    double x = nu * Math.cos(lat) * Math.cos(lon);
    double y = nu * Math.cos(lat) * Math.sin(lon);
    double z = (1 - E2) * nu * Math.sin(lat);
    double scale = 1 - 20.4894e-6;
    double rx = 0.1502 * ARC_SECOND;
    double ry = 0.2470 * ARC_SECOND;
    double rz = 0.8421 * ARC_SECOND;
    double wx = 446.448 + scale * x - rz * y + ry * z;
    double wy = -125.157 + rz * x + scale * y - rx * z;
    double wz = 542.060 - ry * x + rx * y + scale * z;
    double p = Math.hypot(wx, wy);
    double found = Math.atan2(wz, p * (1 - WGS_E2));
    for (int round = 0; round < ROUNDS_MAX; round++) {
      double sin = Math.sin(found);
      found = Math.atan2(wz + WGS_E2 * WGS_A / Math.sqrt(1 - WGS_E2 * sin * sin) * sin, p);
    }
    return new Position(Math.toDegrees(found), Math.toDegrees(Math.atan2(wy, wx)));
  }
}
