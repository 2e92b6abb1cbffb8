package org.doorstep.routing.hierarchy;

import java.util.Arrays;

/**
 * Finds the least time between any of some places and every node, in one pass over the hierarchy
 * from the top down [1]. Confined to one thread; its arrays are used again.
 *
 * <p>Nodes lie in an order in which the ones above a node, by depth, are always the ones met last
 * at each depth; so the pass reads its arcs in a row, and the times it needs from a short array.
 * Cost: all arcs once, whatever the number of places.
 *
 * <p>[1] Delling et al.: PHAST: Hardware-Accelerated Shortest Path Trees. IPDPS 2011.
 */
public final class Sweep {
  private final Topology topology;
  private final Climb climb;
  private final int[] millisAt;
  private final int[] millis;

  /** Room for sweeps over one topology. */
  public Sweep(Topology topology) {
    this.topology = topology;
    climb = new Climb(topology);
    millisAt = new int[topology.depthMax() + 1];
    millis = new int[topology.nodeCount()];
  }

  /**
   * Sweeps; afterwards {@link #millis} tells the time of each node.
   *
   * @param places the nearest of them counts; none leaves every node unreachable
   * @param direction whether times are meant from the places or to them
   */
  public void run(Hierarchy hierarchy, Direction direction, Ends places) {
    Arrays.fill(millis, Hierarchy.UNREACHABLE);
    for (int place = 0; place < places.size(); place++) {
      climb.run(hierarchy, direction, places, place);
      for (int at = climb.deepest(); at >= 0; at--) {
        int v = climb.nodeAt(at);
        millis[v] = Math.min(millis[v], climb.millisAt(at));
      }
    }
    comeDown(hierarchy.descended(direction));
  }

  /**
   * The time of a node after a sweep, in milliseconds; {@link Hierarchy#UNREACHABLE} where there is
   * no way.
   */
  public int millis(int node) {
    return Math.min(Hierarchy.UNREACHABLE, millis[topology.position(node)]);
  }

  /** The times of all nodes after a sweep, to be kept while other sweeps are made. */
  public NodeValues copy() {
    return new NodeValues(topology, millis.clone());
  }

  private void comeDown(UpArcs arcs) {
    int end = arcs.size();
    for (int v = millis.length - 1; v >= 0; v--) {
      int least = millis[v];
      int begin = arcs.first[v];
      for (int arc = begin; arc < end; arc++) {
        least = Math.min(least, millisAt[arcs.depth[arc]] + arcs.millis[arc]);
      }
      end = begin;
      millis[v] = least;
      millisAt[topology.depth[v]] = least;
    }
  }
}
