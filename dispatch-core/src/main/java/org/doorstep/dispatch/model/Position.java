package org.doorstep.dispatch.model;

/**
 * A point on the earth, WGS 84.
 *
 * @param lat degrees north, in {@code [-90, 90]}
 * @param lon degrees east, in {@code [-180, 180]}
 */
public record Position(double lat, double lon) {
  public Position {
    if (!(lat >= -90 && lat <= 90)) {
      throw new IllegalArgumentException("The lat (%s) must be in [-90, 90].".formatted(lat));
    }
    if (!(lon >= -180 && lon <= 180)) {
      throw new IllegalArgumentException("The lon (%s) must be in [-180, 180].".formatted(lon));
    }
  }
}
