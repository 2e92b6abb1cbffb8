package org.doorstep.routing.hierarchy;

/** One number for each node of a graph, such as its time in a sweep. Immutable. */
public final class NodeValues {
  private final Topology topology;
  private final int[] byPosition;

  NodeValues(Topology topology, int[] byPosition) {
    this.topology = topology;
    this.byPosition = byPosition;
  }

  /** That of a node; a time is {@link Hierarchy#UNREACHABLE} where there is no way. */
  public int of(int node) {
    return byPosition[topology.position(node)];
  }
}
