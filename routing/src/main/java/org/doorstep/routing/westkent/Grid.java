package org.doorstep.routing.westkent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.doorstep.routing.westkent.Network.Kind;

/** Straight stretches of ways, found by where they lie: a grid of square cells over the area. */
final class Grid {
  private static final double CELL_METERS = 120;
  private static final double WEST = -40_000;
  private static final double SOUTH = -25_000;
  private static final int COLUMNS = 680;
  private static final int ROWS = 480;
  private static final int NONE = -1;

  /** A straight piece of a way, in metres of the plane, between two points of the network. */
  record Stretch(int way, Kind kind, double x1, double y1, double x2, double y2, int from, int to) {
    double length() {
      return Plane.distance(x1, y1, x2, y2);
    }

    double xAt(double share) {
      return x1 + share * (x2 - x1);
    }

    double yAt(double share) {
      return y1 + share * (y2 - y1);
    }
  }

  /**
   * A line meets a stretch.
   *
   * @param stretch its index
   * @param kind what it is part of
   * @param along where on the line, 0 to 1
   * @param share where on the stretch, 0 to 1
   */
  record Hit(int stretch, Kind kind, double along, double share) {}

  private final List<Stretch> stretches = new ArrayList<>();
  private final int[] first = new int[COLUMNS * ROWS];
  private int[] next = new int[1 << 16];
  private int[] entry = new int[1 << 16];
  private int entries;

  Grid() {
    Arrays.fill(first, NONE);
  }

  int size() {
    return stretches.size();
  }

  Stretch stretch(int index) {
    return stretches.get(index);
  }

  void add(Stretch stretch) {
    int index = stretches.size();
    stretches.add(stretch);
    int c2 = column(Math.max(stretch.x1, stretch.x2));
    int r2 = row(Math.max(stretch.y1, stretch.y2));
    for (int r = row(Math.min(stretch.y1, stretch.y2)); r <= r2; r++) {
      for (int c = column(Math.min(stretch.x1, stretch.x2)); c <= c2; c++) {
        put(r * COLUMNS + c, index);
      }
    }
  }

  private void put(int cell, int index) {
    if (entries == next.length) {
      next = Arrays.copyOf(next, 2 * entries);
      entry = Arrays.copyOf(entry, 2 * entries);
    }
    entry[entries] = index;
    next[entries] = first[cell];
    first[cell] = entries++;
  }

  /** Where a straight line meets stretches of the kinds, nearest to its start first. */
  List<Hit> hits(double x1, double y1, double x2, double y2, EnumSet<Kind> kinds) {
    List<Hit> hits = new ArrayList<>(4);
    int c2 = column(Math.max(x1, x2));
    int r2 = row(Math.max(y1, y2));
    for (int r = row(Math.min(y1, y2)); r <= r2; r++) {
      for (int c = column(Math.min(x1, x2)); c <= c2; c++) {
        for (int e = first[r * COLUMNS + c]; e != NONE; e = next[e]) {
          Stretch stretch = stretches.get(entry[e]);
          if (kinds.contains(stretch.kind)) {
            addHit(hits, entry[e], stretch, x1, y1, x2, y2);
          }
        }
      }
    }
    if (hits.size() > 1) {
      hits.sort(Comparator.comparingDouble(Hit::along).thenComparingInt(Hit::stretch));
    }
    return hits;
  }

  private static void addHit(
      List<Hit> hits, int index, Stretch s, double x1, double y1, double x2, double y2) {
    double dx = x2 - x1;
    double dy = y2 - y1;
    double sx = s.x2 - s.x1;
    double sy = s.y2 - s.y1;
    double cross = dx * sy - dy * sx;
    if (cross == 0) {
      return;
    }
    double along = ((s.x1 - x1) * sy - (s.y1 - y1) * sx) / cross;
    double share = ((s.x1 - x1) * dy - (s.y1 - y1) * dx) / cross;
    if (along < 0 || along > 1 || share < 0 || share > 1) {
      return;
    }
    // A stretch lies in several cells.
    for (Hit hit : hits) {
      if (hit.stretch == index) {
        return;
      }
    }
    hits.add(new Hit(index, s.kind, along, share));
  }

  private static int column(double x) {
    return Math.max(0, Math.min(COLUMNS - 1, (int) ((x - WEST) / CELL_METERS)));
  }

  private static int row(double y) {
    return Math.max(0, Math.min(ROWS - 1, (int) ((y - SOUTH) / CELL_METERS)));
  }
}
