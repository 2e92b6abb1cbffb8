package org.doorstep.simulator.world.road;

import java.util.Arrays;
import org.doorstep.routing.GeoPoint;

/**
 * Finds the place that is nearest to a point, about: looked for in the square of the ground that
 * the point is in and those around it, farther and farther out. Immutable.
 */
public final class NearPlaces {
  private static final double METERS_PER_DEGREE = 111_195;
  private static final double SIDE_METERS = 1_000;

  private final double south;
  private final double west;
  private final double latPerSquare;
  private final double lonPerSquare;
  private final int rows;
  private final int columns;

  /** By square: where its places begin in {@link #order}. */
  private final int[] first;

  private final int[] order;
  private final double[] lat;
  private final double[] lon;
  private final double narrowing;

  /** Sorts the places of a scenario into squares. */
  public NearPlaces(Places places) {
    lat = new double[places.size()];
    lon = new double[places.size()];
    double north = Double.NEGATIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double lowLat = Double.POSITIVE_INFINITY;
    double lowLon = Double.POSITIVE_INFINITY;
    for (int i = 0; i < lat.length; i++) {
      lat[i] = places.point(i).lat();
      lon[i] = places.point(i).lon();
      north = Math.max(north, lat[i]);
      east = Math.max(east, lon[i]);
      lowLat = Math.min(lowLat, lat[i]);
      lowLon = Math.min(lowLon, lon[i]);
    }
    south = lowLat;
    west = lowLon;
    narrowing = StrictMath.cos(StrictMath.toRadians((south + north) / 2));
    latPerSquare = SIDE_METERS / METERS_PER_DEGREE;
    lonPerSquare = latPerSquare / narrowing;
    rows = 1 + (int) ((north - south) / latPerSquare);
    columns = 1 + (int) ((east - west) / lonPerSquare);
    first = new int[rows * columns + 1];
    order = new int[lat.length];
    sort();
  }

  private void sort() {
    for (int i = 0; i < lat.length; i++) {
      first[square(lat[i], lon[i]) + 1]++;
    }
    for (int square = 0; square < rows * columns; square++) {
      first[square + 1] += first[square];
    }
    int[] next = Arrays.copyOf(first, first.length);
    for (int i = 0; i < lat.length; i++) {
      order[next[square(lat[i], lon[i])]++] = i;
    }
  }

  private int square(double atLat, double atLon) {
    return row(atLat) * columns + column(atLon);
  }

  private int row(double atLat) {
    return Math.max(0, Math.min(rows - 1, (int) ((atLat - south) / latPerSquare)));
  }

  private int column(double atLon) {
    return Math.max(0, Math.min(columns - 1, (int) ((atLon - west) / lonPerSquare)));
  }

  /** The nearest place; of places in the same ring of squares only. */
  public int nearest(GeoPoint point) {
    int row = row(point.lat());
    int column = column(point.lon());
    int nearest = -1;
    for (int ring = 0; nearest < 0 && ring <= rows + columns; ring++) {
      nearest = nearestInRing(point, row, column, ring);
    }
    return nearest;
  }

  private int nearestInRing(GeoPoint point, int row, int column, int ring) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
      boolean edge = r == row - ring || r == row + ring;
      for (int c = Math.max(0, column - ring); c <= Math.min(columns - 1, column + ring); c++) {
        if (!edge && c != column - ring && c != column + ring) {
          continue;
        }
        int square = r * columns + c;
        for (int i = first[square]; i < first[square + 1]; i++) {
          double north = lat[order[i]] - point.lat();
          double sideways = (lon[order[i]] - point.lon()) * narrowing;
          double far = north * north + sideways * sideways;
          if (far < least) {
            least = far;
            nearest = order[i];
          }
        }
      }
    }
    return nearest;
  }
}
