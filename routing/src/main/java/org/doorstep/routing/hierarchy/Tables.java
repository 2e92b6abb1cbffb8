package org.doorstep.routing.hierarchy;

import java.util.Arrays;

/**
 * Times between many places, by buckets [1]. Confined to one thread; its arrays are used again.
 *
 * <p>The climbs of all targets are sorted by node, into one bucket for each node; then each
 * source's climb meets the targets in the buckets it passes. Near the root a bucket holds most of
 * the targets: it is kept as a row with a column for each, which is met without looking where an
 * entry belongs. Exact: equal to Dijkstra on every pair. Cost: a climb for each source and target,
 * and a step for each node that a pair has in common.
 *
 * <p>[1] Knopp et al.: Computing Many-to-Many Shortest Paths Using Highway Hierarchies. ALENEX
 * 2007.
 */
public final class Tables {
  /** A bucket becomes a row when it holds one in so many targets. */
  private static final int ROW_SHARE = 8;

  private final Topology topology;
  private final Climb climb;

  /** By position: one more than the number of its bucket, by first touch; 0 if it has none. */
  private final int[] bucketOf;

  private int[] touched = new int[64];
  private int[] count = new int[64];
  private int buckets;

  /** By bucket: the number of its row, or where its entries begin. */
  private int[] start = new int[64];

  /**
   * Rows lie in arrays of their own, and a result is gathered in one: only loops over whole arrays
   * become vector instructions.
   */
  private int[][] rows = new int[0][];

  private int[] gathered = new int[0];
  private int[] entries = new int[0];

  private int[] stepBucket = new int[1024];
  private int[] stepMillis = new int[1024];
  private int[] stepsEnd = new int[64];

  /** Room for tables over one topology. */
  public Tables(Topology topology) {
    this.topology = topology;
    climb = new Climb(topology);
    bucketOf = new int[topology.nodeCount()];
  }

  /**
   * Computes the time from every source to every target.
   *
   * @param hierarchy of the same topology
   * @param millis is filled, row-major: the pair (s, t) is at {@code s * targets.size() + t};
   *     {@link Hierarchy#UNREACHABLE} where there is no way
   * @throws IllegalArgumentException if the array is too short or the topology another
   */
  public void fill(Hierarchy hierarchy, Ends sources, Ends targets, int[] millis) {
    int columns = targets.size();
    if (millis.length < (long) sources.size() * columns || hierarchy.topology != topology) {
      throw new IllegalArgumentException(
          "A table of (%d) by (%d) does not fit an array of (%d), or belongs to another map."
              .formatted(sources.size(), columns, millis.length));
    }
    climbTargets(hierarchy, targets);
    layBuckets(columns);
    fillBuckets(columns);
    for (int s = 0; s < sources.size(); s++) {
      meetTargets(hierarchy, sources, s, columns, millis);
      meetOnLane(sources, s, targets, millis);
    }
    for (int bucket = 0; bucket < buckets; bucket++) {
      bucketOf[touched[bucket]] = 0;
    }
    buckets = 0;
  }

  private void climbTargets(Hierarchy hierarchy, Ends targets) {
    if (stepsEnd.length < targets.size()) {
      stepsEnd = new int[targets.size()];
    }
    int steps = 0;
    for (int t = 0; t < targets.size(); t++) {
      climb.run(hierarchy, Direction.TO, targets, t);
      if (steps + climb.deepest() >= stepBucket.length) {
        int room = 2 * stepBucket.length + climb.deepest();
        stepBucket = Arrays.copyOf(stepBucket, room);
        stepMillis = Arrays.copyOf(stepMillis, room);
      }
      for (int at = 0; at <= climb.deepest(); at++) {
        if (climb.millisAt(at) < Hierarchy.UNREACHABLE) {
          int bucket = bucket(climb.nodeAt(at));
          count[bucket]++;
          stepBucket[steps] = bucket;
          stepMillis[steps++] = climb.millisAt(at);
        }
      }
      stepsEnd[t] = steps;
    }
  }

  private int bucket(int node) {
    if (bucketOf[node] == 0) {
      if (buckets == touched.length) {
        touched = Arrays.copyOf(touched, 2 * buckets);
        count = Arrays.copyOf(count, 2 * buckets);
        start = Arrays.copyOf(start, 2 * buckets);
      }
      touched[buckets] = node;
      count[buckets] = 0;
      bucketOf[node] = ++buckets;
    }
    return bucketOf[node] - 1;
  }

  private void layBuckets(int columns) {
    int rowsEnd = 0;
    int entriesEnd = 0;
    for (int bucket = 0; bucket < buckets; bucket++) {
      if (isRow(bucket, columns)) {
        start[bucket] = rowsEnd++;
      } else {
        start[bucket] = entriesEnd;
        entriesEnd += count[bucket];
      }
    }
    ensureRoom(rowsEnd, entriesEnd, columns);
    for (int row = 0; row < rowsEnd; row++) {
      Arrays.fill(rows[row], 0, columns, Hierarchy.UNREACHABLE);
    }
  }

  private void ensureRoom(int rowsEnd, int entriesEnd, int columns) {
    if (gathered.length < columns) {
      gathered = new int[columns];
      rows = new int[0][];
    }
    if (rows.length < rowsEnd) {
      int old = rows.length;
      rows = Arrays.copyOf(rows, rowsEnd);
      for (int row = old; row < rowsEnd; row++) {
        rows[row] = new int[gathered.length];
      }
    }
    if (entries.length < 2 * entriesEnd) {
      entries = new int[2 * entriesEnd];
    }
  }

  private boolean isRow(int bucket, int columns) {
    return count[bucket] * ROW_SHARE >= columns;
  }

  private void fillBuckets(int columns) {
    int step = 0;
    for (int t = 0; t < columns; t++) {
      for (; step < stepsEnd[t]; step++) {
        int bucket = stepBucket[step];
        if (isRow(bucket, columns)) {
          rows[start[bucket]][t] = stepMillis[step];
        } else {
          int at = 2 * start[bucket]++;
          entries[at] = t;
          entries[at + 1] = stepMillis[step];
        }
      }
    }
  }

  private void meetTargets(
      Hierarchy hierarchy, Ends sources, int source, int columns, int[] millis) {
    Arrays.fill(gathered, 0, columns, Hierarchy.UNREACHABLE);
    climb.run(hierarchy, Direction.FROM, sources, source);
    for (int at = 0; at <= climb.deepest(); at++) {
      int bucket = bucketOf[climb.nodeAt(at)] - 1;
      if (bucket < 0 || climb.millisAt(at) >= Hierarchy.UNREACHABLE) {
        continue;
      }
      if (isRow(bucket, columns)) {
        Rows.meet(rows[start[bucket]], climb.millisAt(at), gathered, columns);
      } else {
        meetEntries(bucket, climb.millisAt(at));
      }
    }
    System.arraycopy(gathered, 0, millis, source * columns, columns);
  }

  private void meetEntries(int bucket, int toNode) {
    // While they were filled in, the start moved to the end.
    int end = 2 * start[bucket];
    for (int i = end - 2 * count[bucket]; i < end; i += 2) {
      int at = entries[i];
      gathered[at] = Math.min(gathered[at], toNode + entries[i + 1]);
    }
  }

  private static void meetOnLane(Ends sources, int source, Ends targets, int[] millis) {
    int lane = sources.lane(source);
    if (lane == Ends.NONE) {
      return;
    }
    int row = source * targets.size();
    for (int t = 0; t < targets.size(); t++) {
      if (targets.lane(t) == lane) {
        int along = Ends.along(sources, source, targets, t);
        millis[row + t] = Math.min(millis[row + t], along);
      }
    }
  }
}
