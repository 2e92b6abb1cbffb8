package org.doorstep.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.doorstep.routing.hierarchy.Hierarchy;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.CascadedPolygonUnion;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * Draws coverage as areas: the squares of a grid through which roads run, put together by how soon
 * they are reached. As GeoJSON, RFC 7946.
 *
 * <p>A square counts as its slowest road that is reached at all, so that an area never promises
 * more than every road in it keeps; a square without roads belongs to none.
 */
public final class CoverageDrawing {
  /** Squares smaller than this draw single roads, larger ones hide them, in metres. */
  public static final double CELL_METERS_MIN = 100;

  /** The largest squares that are drawn, in metres. */
  public static final double CELL_METERS_MAX = 5_000;

  private static final int CELLS_MAX = 1_000_000;
  private static final int AROUND_MIN = 4;

  private final Coverage coverage;
  private final Envelope window;
  private final double cellLat;
  private final double cellLon;
  private final int columns;
  private final int rows;
  private final int[] slowest;

  /**
   * A drawing of a window.
   *
   * @param cellMeters side of a square, {@link #CELL_METERS_MIN} to {@link #CELL_METERS_MAX}
   * @throws IllegalArgumentException if the squares are too small, too large or too many
   */
  public CoverageDrawing(
      Coverage coverage, GeoPoint southWest, GeoPoint northEast, double cellMeters) {
    if (!(cellMeters >= CELL_METERS_MIN && cellMeters <= CELL_METERS_MAX)) {
      throw new IllegalArgumentException(
          "The squares (%s m) must be %.0f to %.0f m."
              .formatted(cellMeters, CELL_METERS_MIN, CELL_METERS_MAX));
    }
    this.coverage = coverage;
    window = new Envelope(southWest.lon(), northEast.lon(), southWest.lat(), northEast.lat());
    double shrink = StrictMath.cos(StrictMath.toRadians((southWest.lat() + northEast.lat()) / 2));
    cellLat = cellMeters / EdgeGrid.METERS_PER_DEGREE;
    cellLon = cellMeters / (EdgeGrid.METERS_PER_DEGREE * Math.max(0.01, shrink));
    double tall = Math.ceil(window.getHeight() / cellLat);
    double wide = Math.ceil(window.getWidth() / cellLon);
    if (tall * wide > CELLS_MAX) {
      throw new IllegalArgumentException(
          "The window would have (%.0f) squares; it may have %d.\nMaybe draw larger squares."
              .formatted(tall * wide, CELLS_MAX));
    }
    rows = (int) tall;
    columns = (int) wide;
    slowest = new int[rows * columns];
    fill();
    closeGaps();
  }

  /**
   * The areas as a FeatureCollection: a MultiPolygon for each band that is not empty, with the
   * properties {@code fromSeconds} and {@code toSeconds}; the last, without {@code toSeconds}, is
   * what is reached later.
   *
   * @param limitSeconds ends of the bands, ascending
   */
  public String geoJson(List<Integer> limitSeconds) {
    StringBuilder json = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    int from = 0;
    String comma = "";
    for (int i = 0; i <= limitSeconds.size(); i++) {
      boolean last = i == limitSeconds.size();
      int to = last ? Integer.MAX_VALUE : Math.multiplyExact(limitSeconds.get(i), 1_000);
      if (to <= from) {
        throw new IllegalArgumentException(
            "The limit (%d s) must be greater than the one before.".formatted(to / 1_000));
      }
      Geometry area = area(from, Math.min(to, Hierarchy.UNREACHABLE - 1));
      if (!area.isEmpty()) {
        json.append(comma)
            .append("{\"type\":\"Feature\",\"properties\":{\"fromSeconds\":")
            .append(from / 1_000);
        if (!last) {
          json.append(",\"toSeconds\":").append(to / 1_000);
        }
        json.append("},\"geometry\":");
        GeoJsonWriting.multiPolygon(area, json);
        json.append('}');
        comma = ",";
      }
      from = to;
    }
    return json.append("]}").toString();
  }

  private void fill() {
    Arrays.fill(slowest, -1);
    RoadGraph roads = coverage.roads();
    for (int edge = 0; edge < roads.edgeCount(); edge++) {
      int millis = coverage.edgeMillis(edge);
      for (int p = roads.firstPoint(edge); p < roads.endPoint(edge); p++) {
        int row = (int) Math.floor((roads.lat(p) - window.getMinY()) / cellLat);
        int column = (int) Math.floor((roads.lon(p) - window.getMinX()) / cellLon);
        if (row >= 0 && row < rows && column >= 0 && column < columns) {
          int cell = row * columns + column;
          // Roads that nobody reaches, such as private islands, do not speak for a square.
          boolean speaks = millis < Hierarchy.UNREACHABLE;
          slowest[cell] = speaks ? Math.max(slowest[cell], millis) : slowest[cell];
        }
      }
    }
  }

  private void closeGaps() {
    int[] before = slowest.clone();
    for (int row = 1; row < rows - 1; row++) {
      for (int column = 1; column < columns - 1; column++) {
        if (before[row * columns + column] < 0) {
          slowest[row * columns + column] = slowestAround(before, row, column);
        }
      }
    }
  }

  /** The slowest of the eight squares around one, if half of them have roads; else -1. */
  private int slowestAround(int[] cells, int row, int column) {
    int withRoads = 0;
    int most = -1;
    for (int r = row - 1; r <= row + 1; r++) {
      for (int c = column - 1; c <= column + 1; c++) {
        int cell = cells[r * columns + c];
        withRoads += cell >= 0 ? 1 : 0;
        most = Math.max(most, cell);
      }
    }
    return withRoads >= AROUND_MIN ? most : -1;
  }

  /** The squares whose time is more than one limit and at most the other. */
  private Geometry area(int aboveMillis, int atMostMillis) {
    GeometryFactory geometry = new GeometryFactory();
    List<Polygon> runs = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      int column = 0;
      while (column < columns) {
        int end = column;
        while (end < columns && isIn(slowest[row * columns + end], aboveMillis, atMostMillis)) {
          end++;
        }
        if (end > column) {
          runs.add(rectangle(geometry, row, column, end));
        }
        column = Math.max(end, column + 1);
      }
    }
    Geometry union =
        runs.isEmpty() ? geometry.createMultiPolygon() : CascadedPolygonUnion.union(runs);
    return union.isEmpty() ? union : TopologyPreservingSimplifier.simplify(union, cellLat / 2);
  }

  private static boolean isIn(int millis, int above, int atMost) {
    return millis >= 0 && (millis > above || (above == 0 && millis == 0)) && millis <= atMost;
  }

  private Polygon rectangle(GeometryFactory geometry, int row, int fromColumn, int toColumn) {
    double west = window.getMinX() + fromColumn * cellLon;
    double east = window.getMinX() + toColumn * cellLon;
    double south = window.getMinY() + row * cellLat;
    double north = south + cellLat;
    return geometry.createPolygon(
        new Coordinate[] {
          new Coordinate(west, south),
          new Coordinate(east, south),
          new Coordinate(east, north),
          new Coordinate(west, north),
          new Coordinate(west, south)
        });
  }
}
