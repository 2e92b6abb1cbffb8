package org.doorstep.simulator.trace;

import java.util.Arrays;

/**
 * Where the nodes of a trace lie on a plane, and which is nearest to a point.
 *
 * <p>Nodes are kept in square cells, about one to a cell; a search looks at rings of cells around
 * the point until no nearer node can follow. Exact: the same node as looking at all of them, the
 * first of the list among equals.
 */
public final class NodePlane {
  private static final double DOUBLE_STEP = 0x1.0p-52;

  private final double[] x;
  private final double[] y;
  private final double west;
  private final double south;
  private final double cell;
  private final int columns;
  private final int rows;

  /** By cell: where its nodes begin in the list of nodes; nodes of a cell are in their order. */
  private final int[] first;

  private final int[] nodes;

  /** Nodes by their coordinates, in any unit of length. */
  public NodePlane(double[] x, double[] y) {
    if (x.length != y.length || x.length == 0) {
      throw new IllegalArgumentException(
          "There must be as many x (%d) as y (%d), and one at least."
              .formatted(x.length, y.length));
    }
    this.x = x.clone();
    this.y = y.clone();
    west = Arrays.stream(x).min().orElse(0);
    south = Arrays.stream(y).min().orElse(0);
    double width = Arrays.stream(x).max().orElse(0) - west;
    double height = Arrays.stream(y).max().orElse(0) - south;
    double side = StrictMath.sqrt(width * height / x.length);
    double longest = StrictMath.max(width, height);
    // Nodes on a line, or all on one spot, still have cells of some size.
    cell = StrictMath.max(StrictMath.max(side, longest / x.length), Double.MIN_NORMAL);
    columns = (int) (width / cell) + 1;
    rows = (int) (height / cell) + 1;
    first = new int[columns * rows + 1];
    nodes = new int[x.length];
    fill();
  }

  public double x(int node) {
    return x[node];
  }

  public double y(int node) {
    return y[node];
  }

  /** The nearest node to a point; among equals the first. */
  public int nearest(double px, double py) {
    int column = clamp((px - west) / cell, columns);
    int row = clamp((py - south) / cell, rows);
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    int rings = Math.max(columns, rows);
    for (int ring = 0; ring <= rings; ring++) {
      // A node of this ring is at least so far away, whichever side the point is on.
      double nearestOfRing = (ring - 1) * cell;
      if (best >= 0 && ring > 0 && nearestOfRing * nearestOfRing > least) {
        break;
      }
      int top = Math.min(rows - 1, row + ring);
      for (int r = Math.max(0, row - ring); r <= top; r++) {
        boolean whole = ring == 0 || r == row - ring || r == row + ring;
        int step = whole ? 1 : 2 * ring;
        for (int c = column - ring; c <= column + ring; c += step) {
          if (c >= 0 && c < columns) {
            best = nearestOfCell(r * columns + c, px, py, best, least);
            least = square(best, px, py);
          }
        }
      }
    }
    return best;
  }

  private int nearestOfCell(int at, double px, double py, int best, double least) {
    int nearest = best;
    double square = least;
    for (int i = first[at]; i < first[at + 1]; i++) {
      double other = square(nodes[i], px, py);
      if (isNearer(other, square, nodes[i] < nearest)) {
        nearest = nodes[i];
        square = other;
      }
    }
    return nearest;
  }

  /** Squares that are neighbours among doubles can have one root: then the first node counts. */
  private static boolean isNearer(double square, double than, boolean isFirst) {
    if (square > than * (1 + 4 * DOUBLE_STEP)) {
      return false;
    }
    if (square < than * (1 - 4 * DOUBLE_STEP)) {
      return true;
    }
    double distance = StrictMath.sqrt(square);
    double other = StrictMath.sqrt(than);
    return distance < other || (distance == other && isFirst);
  }

  private double square(int node, double px, double py) {
    if (node < 0) {
      return Double.POSITIVE_INFINITY;
    }
    double dx = x[node] - px;
    double dy = y[node] - py;
    return dx * dx + dy * dy;
  }

  private void fill() {
    for (int node = 0; node < x.length; node++) {
      first[cellOf(node) + 1]++;
    }
    for (int each = 0; each < columns * rows; each++) {
      first[each + 1] += first[each];
    }
    int[] next = first.clone();
    for (int node = 0; node < x.length; node++) {
      nodes[next[cellOf(node)]++] = node;
    }
  }

  private int cellOf(int node) {
    return clamp((y[node] - south) / cell, rows) * columns
        + clamp((x[node] - west) / cell, columns);
  }

  private static int clamp(double at, int size) {
    return (int) StrictMath.max(0, StrictMath.min(size - 1.0, StrictMath.floor(at)));
  }
}
