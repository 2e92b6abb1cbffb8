package org.doorstep.routing.hierarchy;

/**
 * A graph with weights, ready to be searched: flat arrays, immutable, safe for any number of
 * threads.
 */
public final class Hierarchy {
  /**
   * Stands for "there is no way", in milliseconds: 298 hours. Two of them can be added without
   * overflow.
   */
  public static final int UNREACHABLE = (1 << 30) - 1;

  final Topology topology;

  /** Arcs from below, that a search from a source climbs. */
  final UpArcs up;

  /** Arcs from above, that a search from a target climbs against their direction. */
  final UpArcs down;

  private final int[] arcMillis;

  Hierarchy(Topology topology, int[] arcMillis, UpArcs up, UpArcs down) {
    this.topology = topology;
    this.arcMillis = arcMillis;
    this.up = up;
    this.down = down;
  }

  /** The part that does not depend on weights. */
  public Topology topology() {
    return topology;
  }

  /** How many arcs are kept, both directions together. */
  public int arcCount() {
    return up.size() + down.size();
  }

  /** What these weights take, in bytes, without the topology that all metrics share. */
  public long bytes() {
    return up.bytes() + down.bytes() + 4L * arcMillis.length;
  }

  /** The time of an arc of the graph, as it was given. */
  public int arcMillis(int arc) {
    return arcMillis[arc];
  }

  /** The arcs that a search climbs. */
  UpArcs climbed(Direction direction) {
    return direction == Direction.FROM ? up : down;
  }

  /** The arcs that come down to a node in the direction of a search. */
  UpArcs descended(Direction direction) {
    return direction == Direction.FROM ? down : up;
  }
}
