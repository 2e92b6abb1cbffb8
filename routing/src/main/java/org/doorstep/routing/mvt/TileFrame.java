package org.doorstep.routing.mvt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The square that one tile shows, and how lines are fitted into it.
 *
 * <p>Lines come in world units: Mercator, from 0 in the west and north to 1 in the east and south.
 * A line is first simplified as a whole (Douglas and Peucker, so that it is the same in both tiles
 * at a border), then clipped to the tile with a margin, then rounded to its {@link #EXTENT}.
 *
 * @param z zoom, 0 to {@link #ZOOM_MAX}
 * @param x column from the west
 * @param y row from the north
 */
public record TileFrame(int z, int x, int y) {
  /** Units along one side of a tile. */
  public static final int EXTENT = 4_096;

  /** Deepest zoom. */
  public static final int ZOOM_MAX = 20;

  private static final int MARGIN = 80;

  public TileFrame {
    if (z < 0 || z > ZOOM_MAX || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
      throw new IllegalArgumentException(
          "The tile (%d/%d/%d) must lie in the world at zoom 0 to %d."
              .formatted(z, x, y, ZOOM_MAX));
    }
  }

  /** World units east of a longitude in degrees. */
  public static double worldX(double lon) {
    return (lon + 180) / 360;
  }

  /** World units south of a latitude in degrees. */
  public static double worldY(double lat) {
    double sin = Math.sin(Math.toRadians(lat));
    return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
  }

  /** Degrees east of a place in world units. */
  public static double lon(double worldX) {
    return worldX * 360 - 180;
  }

  /** Degrees north of a place in world units. */
  public static double lat(double worldY) {
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * worldY))));
  }

  /** The western edge with its margin, in world units. */
  public double west() {
    return (x - (double) MARGIN / EXTENT) / (1 << z);
  }

  /** The eastern edge with its margin, in world units. */
  public double east() {
    return (x + 1 + (double) MARGIN / EXTENT) / (1 << z);
  }

  /** The northern edge with its margin, in world units. */
  public double north() {
    return (y - (double) MARGIN / EXTENT) / (1 << z);
  }

  /** The southern edge with its margin, in world units. */
  public double south() {
    return (y + 1 + (double) MARGIN / EXTENT) / (1 << z);
  }

  /**
   * The parts of a line that are seen.
   *
   * @param line world x and y in turn
   * @param tolerance how far a simplified line may lie off, in units of the tile
   * @return units of the tile, x and y in turn; each part has at least two different points
   */
  public List<int[]> fit(double[] line, double tolerance) {
    double[] here = new double[line.length];
    for (int i = 0; i < line.length; i += 2) {
      here[i] = (line[i] * (1 << z) - x) * EXTENT;
      here[i + 1] = (line[i + 1] * (1 << z) - y) * EXTENT;
    }
    return clip(simplify(here, tolerance));
  }

  /** Keeps the ends, and of the points between them those that lie off by more than tolerance. */
  private static double[] simplify(double[] line, double tolerance) {
    int points = line.length / 2;
    boolean[] kept = new boolean[points];
    kept[0] = true;
    kept[points - 1] = true;
    int[] stack = new int[2 * points];
    int top = 0;
    stack[top++] = 0;
    stack[top++] = points - 1;
    while (top > 0) {
      int last = stack[--top];
      int first = stack[--top];
      int far = farthest(line, first, last, tolerance);
      if (far > first) {
        kept[far] = true;
        stack[top++] = first;
        stack[top++] = far;
        stack[top++] = far;
        stack[top++] = last;
      }
    }
    double[] simple = new double[line.length];
    int length = 0;
    for (int i = 0; i < points; i++) {
      if (kept[i]) {
        simple[length++] = line[2 * i];
        simple[length++] = line[2 * i + 1];
      }
    }
    return Arrays.copyOf(simple, length);
  }

  /** The point farthest off the straight line between two, or -1 if none lies off by tolerance. */
  private static int farthest(double[] line, int first, int last, double tolerance) {
    double x1 = line[2 * first];
    double y1 = line[2 * first + 1];
    double dx = line[2 * last] - x1;
    double dy = line[2 * last + 1] - y1;
    double square = dx * dx + dy * dy;
    int far = -1;
    double most = tolerance * tolerance;
    for (int i = first + 1; i < last; i++) {
      double px = line[2 * i] - x1;
      double py = line[2 * i + 1] - y1;
      double along = square == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
      double offX = px - along * dx;
      double offY = py - along * dy;
      double off = offX * offX + offY * offY;
      if (off > most) {
        most = off;
        far = i;
      }
    }
    return far;
  }

  private static List<int[]> clip(double[] line) {
    List<int[]> parts = new ArrayList<>(1);
    int[] part = new int[line.length];
    int length = 0;
    for (int i = 2; i < line.length; i += 2) {
      double[] share = inside(line[i - 2], line[i - 1], line[i], line[i + 1]);
      if (share.length == 0) {
        continue;
      }
      double dx = line[i] - line[i - 2];
      double dy = line[i + 1] - line[i - 1];
      if (share[0] > 0 || length == 0) {
        addPart(parts, part, length);
        length = put(part, 0, line[i - 2] + share[0] * dx, line[i - 1] + share[0] * dy);
      }
      length = put(part, length, line[i - 2] + share[1] * dx, line[i - 1] + share[1] * dy);
      if (share[1] < 1) {
        addPart(parts, part, length);
        length = 0;
      }
    }
    addPart(parts, part, length);
    return parts;
  }

  private static int put(int[] part, int length, double x, double y) {
    int px = (int) Math.round(x);
    int py = (int) Math.round(y);
    if (length >= 2 && part[length - 2] == px && part[length - 1] == py) {
      return length;
    }
    part[length] = px;
    part[length + 1] = py;
    return length + 2;
  }

  private static void addPart(List<int[]> parts, int[] part, int length) {
    if (length >= 4) {
      parts.add(Arrays.copyOf(part, length));
    }
  }

  /** Which share of a straight line lies within the margin (Liang and Barsky); empty if none. */
  private static double[] inside(double x1, double y1, double x2, double y2) {
    double low = -MARGIN;
    double high = EXTENT + MARGIN;
    double[] edges = {x1 - x2, x1 - low, x2 - x1, high - x1, y1 - y2, y1 - low, y2 - y1, high - y1};
    double enter = 0;
    double leave = 1;
    for (int i = 0; i < edges.length; i += 2) {
      double p = edges[i];
      double q = edges[i + 1];
      if (p == 0 && q < 0) {
        return new double[0];
      }
      if (p < 0) {
        enter = Math.max(enter, q / p);
      } else if (p > 0) {
        leave = Math.min(leave, q / p);
      }
    }
    return enter > leave ? new double[0] : new double[] {enter, leave};
  }
}
