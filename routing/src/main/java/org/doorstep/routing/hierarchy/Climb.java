package org.doorstep.routing.hierarchy;

import java.util.Arrays;

/**
 * Finds the shortest times between a place and everything above it that only go up, or come down,
 * the hierarchy. Confined to one thread; allocates nothing while searching.
 *
 * <p>Everything above a place lies on its one way to the root, so there is no queue: the way is
 * climbed once, node by node [1]. A shortest way between two places has a highest node, which lies
 * above both; so the least sum over the nodes that two climbs have in common is exact. Cost: the
 * length of the way to the root, and its arcs.
 *
 * <p>[1] Dibbelt, Strasser, Wagner: Customizable Contraction Hierarchies. JEA 2016, section 7.2.
 */
final class Climb {
  private final Topology topology;
  private final int[] nodeAt;
  private final int[] millisAt;

  private int deepest = -1;

  Climb(Topology topology) {
    this.topology = topology;
    int depths = topology.depthMax() + 1;
    nodeAt = new int[depths];
    millisAt = new int[depths];
  }

  /**
   * Climbs from a place.
   *
   * @throws IllegalArgumentException if the two nodes of the place are not neighbours
   */
  void run(Hierarchy hierarchy, Direction direction, Ends ends, int place) {
    begin(ends, place);
    UpArcs arcs = hierarchy.climbed(direction);
    for (int at = deepest; at >= 0; at--) {
      int time = millisAt[at];
      if (time >= Hierarchy.UNREACHABLE) {
        continue;
      }
      int row = topology.rowOf[nodeAt[at]];
      if (row == Topology.NONE) {
        climbArcs(arcs, nodeAt[at], time);
      } else {
        Rows.meet(arcs.rows[row], time, millisAt, at);
      }
    }
  }

  private void climbArcs(UpArcs arcs, int node, int time) {
    int end = arcs.first[node + 1];
    for (int arc = arcs.first[node]; arc < end; arc++) {
      int at = arcs.depth[arc];
      millisAt[at] = Math.min(millisAt[at], time + arcs.millis[arc]);
    }
  }

  /** The depth of the lower end of the place, or -1 if it has none. */
  int deepest() {
    return deepest;
  }

  /** The position of the node above the place at a depth. */
  int nodeAt(int depth) {
    return nodeAt[depth];
  }

  /** The time between the place and that node; {@link Hierarchy#UNREACHABLE} if there is none. */
  int millisAt(int depth) {
    return millisAt[depth];
  }

  /** Whether the node at a depth was reached straight from the place. */
  boolean isEnd(Ends ends, int place, int depth) {
    return isFirstEnd(ends, place, depth)
        || (nodeAt[depth] == position(ends.nodeB(place)) && millisAt[depth] == ends.millisB(place));
  }

  /** Whether it was reached straight from the place as the first of its two nodes. */
  boolean isFirstEnd(Ends ends, int place, int depth) {
    return nodeAt[depth] == position(ends.nodeA(place)) && millisAt[depth] == ends.millisA(place);
  }

  private void begin(Ends ends, int place) {
    int a = position(ends.nodeA(place));
    int b = position(ends.nodeB(place));
    // A lower position is never above a higher one.
    int lower = a == Topology.NONE || (b != Topology.NONE && b < a) ? b : a;
    deepest = lower == Topology.NONE ? -1 : topology.depth[lower];
    Arrays.fill(millisAt, 0, deepest + 1, Hierarchy.UNREACHABLE);
    int at = deepest;
    for (int v = lower; v != Topology.NONE; v = topology.parent[v]) {
      nodeAt[at--] = v;
    }
    start(a, ends.millisA(place));
    start(b, ends.millisB(place));
  }

  private int position(int node) {
    return node == Ends.NONE ? Topology.NONE : topology.position(node);
  }

  private void start(int position, int time) {
    if (position == Topology.NONE) {
      return;
    }
    int at = topology.depth[position];
    if (nodeAt[at] != position) {
      throw new IllegalArgumentException("The two nodes of a place must be neighbours.");
    }
    millisAt[at] = Math.min(millisAt[at], time);
  }
}
