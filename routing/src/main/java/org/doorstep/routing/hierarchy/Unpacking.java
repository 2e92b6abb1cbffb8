package org.doorstep.routing.hierarchy;

/**
 * Takes arcs of a hierarchy apart, each into the two over a lower node. Which node that is is not
 * kept but looked for among the lower neighbours.
 */
final class Unpacking {
  private final Hierarchy hierarchy;
  private final Topology topology;

  Unpacking(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    topology = hierarchy.topology;
  }

  /** The arc of the graph between two positions that takes so long, or {@link Topology#NONE}. */
  int graphArc(int from, int to, int millis) {
    SearchGraph graph = topology.graph();
    int tail = topology.node(from);
    for (int i = graph.begin(tail); i < graph.end(tail); i++) {
      int arc = graph.outgoing(i);
      if (hierarchy.arcMillis(arc) == millis && topology.position(graph.head(arc)) == to) {
        return arc;
      }
    }
    return Topology.NONE;
  }

  /** The lower node over which an arc leads that is none of the graph. */
  int over(int from, int to, int millis) {
    int lowerEnd = Math.min(from, to);
    for (int i = topology.firstBelow[lowerEnd]; i < topology.firstBelow[lowerEnd + 1]; i++) {
      int low = topology.lower[i];
      if (there(low, from) + onwards(low, to) == millis) {
        return low;
      }
    }
    throw new IllegalStateException("An arc of the hierarchy leads over nothing.");
  }

  /** The time from an end of an arc to the node that it leads over. */
  int there(int low, int from) {
    return hierarchy.down.millis(low, topology.depth[from]);
  }

  /** The time from there to its other end. */
  int onwards(int low, int to) {
    return hierarchy.up.millis(low, topology.depth[to]);
  }

  /** The arc of the graph at a moment of one arc of the hierarchy that was begun at another. */
  Pieces.Driven at(int first, int last, int whole, int since, int moment) {
    int from = first;
    int to = last;
    int millis = whole;
    int begun = since;
    int arc = graphArc(from, to, millis);
    while (arc == Topology.NONE) {
      int low = over(from, to, millis);
      int half = there(low, from);
      if (moment < begun + half) {
        to = low;
        millis = half;
      } else {
        begun += half;
        millis = onwards(low, to);
        from = low;
      }
      arc = graphArc(from, to, millis);
    }
    return new Pieces.Driven(arc, begun, millis);
  }
}
