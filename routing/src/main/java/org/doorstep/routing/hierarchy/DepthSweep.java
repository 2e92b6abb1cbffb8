package org.doorstep.routing.hierarchy;

import java.util.Arrays;

/**
 * Counts for every node how many of some places reach it in a given time. Confined to one thread.
 *
 * <p>As {@link Sweep}, but {@link #LANES} places at a time, each in a column of its own. Cost: all
 * arcs once for every {@link #LANES} places.
 */
public final class DepthSweep {
  /** So many that a loop over them is worth its vector instructions. */
  private static final int LANES = 64;

  private final Topology topology;
  private final Climb climb;
  private final int[][] millisAt;
  private final int[] counts;

  /** By position: one more than the number of its beginning, of nodes above a place; else 0. */
  private final int[] beginningOf;

  private int[] touched = new int[1024];
  private int[][] beginnings = new int[0][];
  private int beginningCount;

  /** Room for sweeps over one topology. */
  public DepthSweep(Topology topology) {
    this.topology = topology;
    climb = new Climb(topology);
    millisAt = new int[topology.depthMax() + 1][LANES];
    counts = new int[topology.nodeCount()];
    beginningOf = new int[topology.nodeCount()];
  }

  /**
   * Counts; afterwards {@link #count} tells the result.
   *
   * @param limitMillis a place counts where its time is at most this
   */
  public void run(Hierarchy hierarchy, Direction direction, Ends places, int limitMillis) {
    Arrays.fill(counts, 0);
    for (int from = 0; from < places.size(); from += LANES) {
      int to = Math.min(places.size(), from + LANES);
      begin(hierarchy, direction, places, from, to);
      comeDown(hierarchy.descended(direction), limitMillis);
      for (int i = 0; i < beginningCount; i++) {
        beginningOf[touched[i]] = 0;
      }
      beginningCount = 0;
    }
  }

  /** How many places reach a node in time. */
  public int count(int node) {
    return counts[topology.position(node)];
  }

  /** The counts of all nodes, to be kept while other sweeps are made. */
  public NodeValues copy() {
    return new NodeValues(topology, counts.clone());
  }

  private void begin(Hierarchy hierarchy, Direction direction, Ends places, int from, int to) {
    for (int place = from; place < to; place++) {
      climb.run(hierarchy, direction, places, place);
      for (int at = 0; at <= climb.deepest(); at++) {
        beginning(climb.nodeAt(at))[place - from] = climb.millisAt(at);
      }
    }
  }

  private int[] beginning(int node) {
    if (beginningOf[node] == 0) {
      if (beginningCount == touched.length) {
        touched = Arrays.copyOf(touched, 2 * beginningCount);
      }
      if (beginningCount == beginnings.length) {
        beginnings = Arrays.copyOf(beginnings, 2 * beginningCount + 1024);
        for (int i = beginningCount; i < beginnings.length; i++) {
          beginnings[i] = new int[LANES];
        }
      }
      Arrays.fill(beginnings[beginningCount], Hierarchy.UNREACHABLE);
      touched[beginningCount] = node;
      beginningOf[node] = ++beginningCount;
    }
    return beginnings[beginningOf[node] - 1];
  }

  private void comeDown(UpArcs arcs, int limitMillis) {
    for (int v = counts.length - 1; v >= 0; v--) {
      int[] least = millisAt[topology.depth[v]];
      if (beginningOf[v] == 0) {
        Arrays.fill(least, Hierarchy.UNREACHABLE);
      } else {
        System.arraycopy(beginnings[beginningOf[v] - 1], 0, least, 0, LANES);
      }
      for (int arc = arcs.first[v]; arc < arcs.first[v + 1]; arc++) {
        Rows.meet(millisAt[arcs.depth[arc]], arcs.millis[arc], least, LANES);
      }
      counts[v] += within(least, limitMillis);
    }
  }

  private static int within(int[] millis, int limit) {
    int late = 0;
    for (int lane = 0; lane < LANES; lane++) {
      // Minus one where the limit is passed.
      late += (limit - millis[lane]) >> 31;
    }
    return LANES + late;
  }
}
