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
   * The parts of a piece, in one pass however many they are.
   *
   * @param labels one for each node of {@code whole}: its part in {@code [0, count)}, or negative
   *     for none
   */
  static Piece[] parts(Piece whole, int[] labels, int count) {
    int[] sizes = new int[count];
    int[] arcs = new int[count];
    int[] local = new int[whole.size()];
    for (int v = 0; v < whole.size(); v++) {
      if (labels[v] >= 0) {
        local[v] = sizes[labels[v]]++;
        arcs[labels[v]] += whole.end(v) - whole.begin(v);
      }
    }
    Piece[] parts = new Piece[count];
    for (int label = 0; label < count; label++) {
      int size = sizes[label];
      parts[label] = new Piece(new int[size], new int[size + 1], new int[arcs[label]]);
    }
    for (int v = 0; v < whole.size(); v++) {
      if (labels[v] >= 0) {
        parts[labels[v]].copy(whole, v, labels, local);
      }
    }
    return parts;
  }

  /** Takes a node over; nodes come in the order of their local numbers. */
  private void copy(Piece whole, int v, int[] labels, int[] local) {
    int filled = first[local[v]];
    for (int i = whole.begin(v); i < whole.end(v); i++) {
      int w = whole.neighbour(i);
      if (labels[w] == labels[v]) {
        neighbours[filled++] = local[w];
      }
    }
    nodes[local[v]] = whole.node(v);
    first[local[v] + 1] = filled;
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
