package org.doorstep.routing.hierarchy;

import java.util.Arrays;

/**
 * Gives a hierarchy its weights. Confined to one thread; its arrays are used again for the next
 * weights, so one object should be kept per topology.
 *
 * <p>Two passes over all triangles [1]. The first goes up: a way over a lower node becomes the
 * weight of the arc between its ends. The second goes down and finds what is shorter over a higher
 * node; after it each arc that is kept has the shortest time between its ends, and arcs that were
 * beaten are dropped. Both gather what concerns one node in short arrays by depth.
 *
 * <p>[1] Dibbelt, Strasser, Wagner: Customizable Contraction Hierarchies. JEA 2016, sections 5 and
 * 6.
 */
public final class Customisation {
  private final Topology topology;
  private final int[] up;
  private final int[] down;
  private final int[] provenUp;
  private final int[] provenDown;
  private final int[] upAt;
  private final int[] downAt;

  /** Room for the weights of one topology. */
  public Customisation(Topology topology) {
    this.topology = topology;
    int arcs = topology.arcCount();
    up = new int[arcs];
    down = new int[arcs];
    provenUp = new int[arcs];
    provenDown = new int[arcs];
    int depths = topology.depthMax() + 1;
    upAt = new int[depths];
    downAt = new int[depths];
  }

  /**
   * Makes a hierarchy of weights.
   *
   * @param millis by arc of the graph: 0 or more, or {@link Hierarchy#UNREACHABLE} where it is
   *     closed
   */
  public Hierarchy run(int[] millis) {
    takeWeights(millis);
    for (int v = 0; v < topology.nodeCount(); v++) {
      gatherFromBelow(v);
    }
    System.arraycopy(up, 0, provenUp, 0, up.length);
    System.arraycopy(down, 0, provenDown, 0, down.length);
    for (int v = topology.nodeCount() - 1; v >= 0; v--) {
      lowerWhatIsBelow(v);
    }
    return new Hierarchy(
        topology,
        millis.clone(),
        UpArcs.kept(topology, up, provenUp),
        UpArcs.kept(topology, down, provenDown));
  }

  private void takeWeights(int[] millis) {
    Arrays.fill(up, Hierarchy.UNREACHABLE);
    Arrays.fill(down, Hierarchy.UNREACHABLE);
    for (int arc = 0; arc < millis.length; arc++) {
      int slot = topology.slot[arc];
      if (slot == Topology.NONE) {
        continue;
      }
      int[] side = (slot & 1) == 0 ? up : down;
      side[slot >> 1] = Math.min(side[slot >> 1], millis[arc]);
    }
  }

  /** Brings the arcs up from a node to what the ways over its lower neighbours allow. */
  private void gatherFromBelow(int v) {
    int begin = topology.first[v];
    int end = topology.first[v + 1];
    for (int arc = begin; arc < end; arc++) {
      int at = topology.upperDepth[arc];
      upAt[at] = up[arc];
      downAt[at] = down[arc];
    }
    for (int i = topology.firstBelow[v]; i < topology.firstBelow[v + 1]; i++) {
      gatherOver(topology.lower[i], topology.arcBelow[i]);
    }
    for (int arc = begin; arc < end; arc++) {
      int at = topology.upperDepth[arc];
      up[arc] = upAt[at];
      down[arc] = downAt[at];
    }
  }

  private void gatherOver(int low, int arcToLow) {
    int toLow = down[arcToLow];
    int fromLow = up[arcToLow];
    int end = topology.first[low + 1];
    for (int arc = arcToLow + 1; arc < end; arc++) {
      int at = topology.upperDepth[arc];
      upAt[at] = Math.min(upAt[at], toLow + up[arc]);
      downAt[at] = Math.min(downAt[at], down[arc] + fromLow);
    }
  }

  /** Lowers the arcs of the nodes below a node to what the ways over this node allow. */
  private void lowerWhatIsBelow(int v) {
    for (int arc = topology.first[v]; arc < topology.first[v + 1]; arc++) {
      int at = topology.upperDepth[arc];
      upAt[at] = provenUp[arc];
      downAt[at] = provenDown[arc];
    }
    for (int i = topology.firstBelow[v]; i < topology.firstBelow[v + 1]; i++) {
      int arcToV = topology.arcBelow[i];
      int end = topology.first[topology.lower[i] + 1];
      int toV = provenUp[arcToV];
      int fromV = provenDown[arcToV];
      for (int arc = arcToV + 1; arc < end; arc++) {
        int at = topology.upperDepth[arc];
        int on = upAt[at];
        int back = downAt[at];
        provenUp[arc] = Math.min(provenUp[arc], toV + on);
        provenDown[arc] = Math.min(provenDown[arc], back + fromV);
        toV = Math.min(toV, provenUp[arc] + back);
        fromV = Math.min(fromV, on + provenDown[arc]);
      }
      provenUp[arcToV] = toV;
      provenDown[arcToV] = fromV;
    }
  }
}
