package org.doorstep.routing.westkent;

/** A line of the network with tags, over at least two points. */
final class Way {
  private final Network.Kind kind;
  private final Tags tags;
  private final int[] points;
  private final int firstStretch;

  Way(Network.Kind kind, Tags tags, int[] points, int firstStretch) {
    this.kind = kind;
    this.tags = tags;
    this.points = points;
    this.firstStretch = firstStretch;
  }

  Network.Kind kind() {
    return kind;
  }

  Tags tags() {
    return tags;
  }

  /** Indexes of its points; not to be changed. Junctions put onto it later are not among them. */
  int[] points() {
    return points;
  }

  /** Index of its first stretch in the grid; the others follow. */
  int firstStretch() {
    return firstStretch;
  }
}
