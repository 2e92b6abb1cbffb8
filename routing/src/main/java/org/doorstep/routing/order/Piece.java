package org.doorstep.routing.order;

/**
 * A part of a graph with nodes numbered from zero. Immutable; neighbours outside the part are left
 * out.
 */
final class Piece {
  private final int[] nodes;
  private final int[] first;
  private final int[] neighbours;

  private Piece(int[] nodes, int[] first, int[] neighbours) {
    this.nodes = nodes;
    this.first = first;
    this.neighbours = neighbours;
  }

  /**
   * The part of a piece that has a label.
   *
   * @param labels one for each node of {@code whole}
   */
  static Piece of(Piece whole, int[] labels, int label) {
    int[] local = new int[whole.size()];
    int size = 0;
    int arcs = 0;
    for (int v = 0; v < whole.size(); v++) {
      if (labels[v] == label) {
        local[v] = size++;
        arcs += whole.end(v) - whole.begin(v);
      }
    }
    int[] nodes = new int[size];
    int[] first = new int[size + 1];
    int[] neighbours = new int[arcs];
    int filled = 0;
    for (int v = 0; v < whole.size(); v++) {
      if (labels[v] != label) {
        continue;
      }
      for (int i = whole.begin(v); i < whole.end(v); i++) {
        int w = whole.neighbour(i);
        if (labels[w] == label) {
          neighbours[filled++] = local[w];
        }
      }
      nodes[local[v]] = whole.node(v);
      first[local[v] + 1] = filled;
    }
    return new Piece(nodes, first, neighbours);
  }

  /** What low-degree contraction has left of a graph. */
  static Piece ofRest(LowDegree rest, int nodeCount) {
    int[] local = new int[nodeCount];
    int size = 0;
    int arcs = 0;
    for (int v = 0; v < nodeCount; v++) {
      if (!rest.isContracted(v)) {
        local[v] = size++;
        arcs += rest.degree(v);
      }
    }
    int[] nodes = new int[size];
    int[] first = new int[size + 1];
    int[] neighbours = new int[arcs];
    int filled = 0;
    for (int v = 0; v < nodeCount; v++) {
      if (rest.isContracted(v)) {
        continue;
      }
      nodes[local[v]] = v;
      for (int i = 0; i < rest.degree(v); i++) {
        neighbours[filled++] = local[rest.neighbour(v, i)];
      }
      first[local[v] + 1] = filled;
    }
    return new Piece(nodes, first, neighbours);
  }

  int size() {
    return nodes.length;
  }

  /** The node of the whole graph that is numbered so here. */
  int node(int local) {
    return nodes[local];
  }

  int begin(int local) {
    return first[local];
  }

  int end(int local) {
    return first[local + 1];
  }

  int neighbour(int position) {
    return neighbours[position];
  }
}
