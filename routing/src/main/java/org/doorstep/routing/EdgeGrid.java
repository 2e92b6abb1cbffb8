package org.doorstep.routing;

import java.util.Arrays;

/**
 * Which edges of the roads pass through each square of a grid. Immutable.
 *
 * <p>A square lists an edge when one of its segments passes through it.
 */
final class EdgeGrid {
  static final double METERS_PER_DEGREE = 111_195;
  private static final double CELL_METERS = 150;
  private static final int CELLS_MAX = 4_000_000;

  private final double south;
  private final double west;
  private final double cellLat;
  private final double cellLon;
  private final int columns;
  private final int rows;
  private final int[] first;
  private final int[] edges;

  EdgeGrid(RoadGraph roads) {
    double[] box = box(roads);
    south = box[0];
    west = box[1];
    double shrink = StrictMath.cos(StrictMath.toRadians((box[0] + box[2]) / 2));
    double meters = CELL_METERS;
    while (cells(box, meters, shrink) > CELLS_MAX) {
      meters *= 2;
    }
    cellLat = meters / METERS_PER_DEGREE;
    cellLon = meters / (METERS_PER_DEGREE * shrink);
    rows = (int) ((box[2] - box[0]) / cellLat) + 1;
    columns = (int) ((box[3] - box[1]) / cellLon) + 1;
    first = new int[rows * columns + 1];
    int[] lastIn = new int[rows * columns];
    Arrays.fill(lastIn, -1);
    visit(roads, lastIn, (cell, edge) -> first[cell + 1]++);
    for (int cell = 0; cell < rows * columns; cell++) {
      first[cell + 1] += first[cell];
    }
    edges = new int[first[rows * columns]];
    int[] next = Arrays.copyOf(first, rows * columns);
    Arrays.fill(lastIn, -1);
    visit(roads, lastIn, (cell, edge) -> edges[next[cell]++] = edge);
  }

  /** The row of a latitude, which may lie off the grid. */
  int row(double lat) {
    return (int) Math.floor((lat - south) / cellLat);
  }

  /** The column of a longitude, which may lie off the grid. */
  int column(double lon) {
    return (int) Math.floor((lon - west) / cellLon);
  }

  /** The side of a square in metres, the shorter one if they differ. */
  double cellMeters() {
    return cellLat * METERS_PER_DEGREE;
  }

  boolean isOn(int row, int column) {
    return row >= 0 && row < rows && column >= 0 && column < columns;
  }

  /** Where the edges of a square begin. */
  int begin(int row, int column) {
    return first[row * columns + column];
  }

  /** Where they end. */
  int end(int row, int column) {
    return first[row * columns + column + 1];
  }

  /** The edge at a position between {@link #begin} and {@link #end}. */
  int edge(int position) {
    return edges[position];
  }

  private interface Visitor {
    void visit(int cell, int edge);
  }

  private void visit(RoadGraph roads, int[] lastIn, Visitor visitor) {
    for (int edge = 0; edge < roads.edgeCount(); edge++) {
      for (int p = roads.firstPoint(edge) + 1; p < roads.endPoint(edge); p++) {
        boolean north = roads.lat(p) >= roads.lat(p - 1);
        visitSegment(roads, north ? p - 1 : p, north ? p : p - 1, edge, lastIn, visitor);
      }
    }
  }

  /** Goes up row by row, and in each over the columns that the segment passes there. */
  private void visitSegment(
      RoadGraph roads, int low, int high, int edge, int[] lastIn, Visitor visitor) {
    double tall = roads.lat(high) - roads.lat(low);
    for (int row = row(roads.lat(low)); row <= row(roads.lat(high)); row++) {
      double enters = tall == 0 ? 0 : share((south + row * cellLat - roads.lat(low)) / tall);
      double leaves = tall == 0 ? 1 : share((south + (row + 1) * cellLat - roads.lat(low)) / tall);
      double wide = roads.lon(high) - roads.lon(low);
      int from = column(roads.lon(low) + enters * wide);
      int to = column(roads.lon(low) + leaves * wide);
      for (int column = Math.min(from, to); column <= Math.max(from, to); column++) {
        // Rounding may lead a hair beyond the last square.
        int cell = row * columns + Math.max(0, Math.min(columns - 1, column));
        if (lastIn[cell] != edge) {
          lastIn[cell] = edge;
          visitor.visit(cell, edge);
        }
      }
    }
  }

  private static double share(double part) {
    return Math.max(0, Math.min(1, part));
  }

  private static double cells(double[] box, double meters, double shrink) {
    double tall = (box[2] - box[0]) * METERS_PER_DEGREE / meters + 1;
    double wide = (box[3] - box[1]) * METERS_PER_DEGREE * shrink / meters + 1;
    return tall * wide;
  }

  /** South, west, north and east of all points. */
  private static double[] box(RoadGraph roads) {
    double[] box = {90, 180, -90, -180};
    for (int edge = 0; edge < roads.edgeCount(); edge++) {
      for (int p = roads.firstPoint(edge); p < roads.endPoint(edge); p++) {
        box[0] = Math.min(box[0], roads.lat(p));
        box[1] = Math.min(box[1], roads.lon(p));
        box[2] = Math.max(box[2], roads.lat(p));
        box[3] = Math.max(box[3], roads.lon(p));
      }
    }
    return box;
  }
}
