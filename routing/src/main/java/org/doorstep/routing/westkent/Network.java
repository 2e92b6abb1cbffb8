package org.doorstep.routing.westkent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The network while it is being made: points, ways over them, and junctions put onto ways later.
 *
 * <p>A junction is put onto a stretch of a way without moving it, so the {@link Grid} of stretches
 * stays true while the network grows. Confined to one thread.
 */
final class Network {
  /** A junction this near to a point that is there already is that point. */
  private static final double SAME_METERS = 4;

  private static final int NONE = -1;

  /** What a line is to another line that meets it. */
  enum Kind {
    /** Nothing but a bridge crosses it. */
    RIVER,
    /** Motorways, bypasses and slip roads: joined at interchanges only. */
    SEALED,
    /** Main roads: streets may join them. */
    ROAD,
    /** Streets of a settlement. */
    STREET,
    /** Lanes between settlements. */
    LANE,
    /** Dead ends: closes, drives, farm tracks. */
    STUB
  }

  private final List<Way> ways = new ArrayList<>();
  private final Grid grid = new Grid();
  private double[] xs = new double[1 << 16];
  private double[] ys = new double[1 << 16];
  private int pointCount;
  private int[] firstJunction = new int[1 << 16];
  private int[] nextJunction = new int[1 << 14];
  private int[] junctionPoint = new int[1 << 14];
  private double[] junctionShare = new double[1 << 14];
  private int junctionCount;

  int point(double x, double y) {
    if (pointCount == xs.length) {
      xs = Arrays.copyOf(xs, 2 * pointCount);
      ys = Arrays.copyOf(ys, 2 * pointCount);
    }
    xs[pointCount] = x;
    ys[pointCount] = y;
    return pointCount++;
  }

  double x(int point) {
    return xs[point];
  }

  double y(int point) {
    return ys[point];
  }

  int pointCount() {
    return pointCount;
  }

  List<Way> ways() {
    return ways;
  }

  Grid grid() {
    return grid;
  }

  Way add(Kind kind, Tags tags, List<Integer> points) {
    int[] indexes = points.stream().mapToInt(Integer::intValue).toArray();
    Way way = new Way(kind, tags, indexes, grid.size());
    for (int i = 1; i < indexes.length; i++) {
      int a = indexes[i - 1];
      int b = indexes[i];
      grid.add(new Grid.Stretch(ways.size(), kind, xs[a], ys[a], xs[b], ys[b], a, b));
    }
    ways.add(way);
    int stretches = grid.size();
    if (stretches > firstJunction.length) {
      firstJunction = Arrays.copyOf(firstJunction, 2 * stretches);
    }
    Arrays.fill(firstJunction, way.firstStretch(), stretches, NONE);
    return way;
  }

  /** The point at a share of a stretch, 0 to 1: one that is there, or a new junction. */
  int junction(int stretch, double share) {
    Grid.Stretch line = grid.stretch(stretch);
    double length = line.length();
    if (share * length < SAME_METERS) {
      return line.from();
    }
    if ((1 - share) * length < SAME_METERS) {
      return line.to();
    }
    for (int j = firstJunction[stretch]; j != NONE; j = nextJunction[j]) {
      if (Math.abs(junctionShare[j] - share) * length < SAME_METERS) {
        return junctionPoint[j];
      }
    }
    int point = point(line.xAt(share), line.yAt(share));
    putJunction(stretch, share, point);
    return point;
  }

  /** Makes a point that is there a junction of a stretch. */
  void putJunction(int stretch, double share, int point) {
    if (junctionCount == nextJunction.length) {
      nextJunction = Arrays.copyOf(nextJunction, 2 * junctionCount);
      junctionPoint = Arrays.copyOf(junctionPoint, 2 * junctionCount);
      junctionShare = Arrays.copyOf(junctionShare, 2 * junctionCount);
    }
    junctionPoint[junctionCount] = point;
    junctionShare[junctionCount] = share;
    nextJunction[junctionCount] = firstJunction[stretch];
    firstJunction[stretch] = junctionCount++;
  }

  /** All points of a way in order, with the junctions that were put onto it. */
  int[] course(Way way) {
    int[] all = new int[way.points().length];
    int count = 0;
    for (int i = 0; i < way.points().length; i++) {
      if (i > 0) {
        int[] between = junctions(way.firstStretch() + i - 1);
        all = Arrays.copyOf(all, all.length + between.length);
        for (int j : between) {
          all[count++] = junctionPoint[j];
        }
      }
      all[count++] = way.points()[i];
    }
    return all;
  }

  private int[] junctions(int stretch) {
    List<Integer> on = new ArrayList<>();
    for (int j = firstJunction[stretch]; j != NONE; j = nextJunction[j]) {
      on.add(j);
    }
    on.sort((a, b) -> Double.compare(junctionShare[a], junctionShare[b]));
    return on.stream().mapToInt(Integer::intValue).toArray();
  }
}
