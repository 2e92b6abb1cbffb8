package org.doorstep.routing.hierarchy;

import java.util.Arrays;
import org.doorstep.routing.order.Adjacency;

/**
 * The part of a hierarchy that does not depend on weights: made once per map and shared by all
 * metrics. Immutable.
 *
 * <p>Nodes have numbers of their own here, called positions: a node comes after its whole subtree
 * of the elimination tree. Everything above a node lies on its one way to the root, so a depth
 * names a node there, and searches and sweeps can keep what they know in a short array indexed by
 * depth, which stays in the fastest cache [1].
 *
 * <p>[1] Elimination trees: Bauer et al.: Search-Space Size in Contraction Hierarchies. 2013. The
 * addressing by depth is ours; see DECISIONS.md.
 */
public final class Topology {
  static final int NONE = -1;

  /** A node has a row when it is joined to one in so many of the nodes above it. */
  private static final int ROW_SHARE = 3;

  private static final int ROW_LENGTH_MIN = 16;

  private final SearchGraph graph;
  private final int[] position;
  private final int[] node;

  /** By position: the next node on the way to the root, and how far the root is. */
  final int[] parent;

  final char[] depth;

  /**
   * Arcs upwards, by their lower end: CSR; the depths of the upper ends descend from the parent's.
   */
  final int[] first;

  final int[] upper;
  final char[] upperDepth;

  /** The same arcs by their upper end: numbers of arcs, and their lower ends. */
  final int[] firstBelow;

  final int[] arcBelow;
  final int[] lower;

  /** By arc of the graph: twice the arc here, plus one if it leads down; NONE for a loop. */
  final int[] slot;

  final int depthMax;

  /**
   * By position: the number of the node's row, or NONE. A node that is joined to many of those
   * above it has its arcs as a row with a column for each depth as well.
   */
  final int[] rowOf;

  final int rowCount;

  private Topology(SearchGraph graph, EliminationTree tree, int[] order) {
    int nodeCount = graph.nodeCount();
    this.graph = graph;
    int[] number = tree.postOrder();
    position = new int[nodeCount];
    node = new int[nodeCount];
    parent = new int[nodeCount];
    depth = new char[nodeCount];
    first = new int[nodeCount + 1];
    for (int r = 0; r < nodeCount; r++) {
      position[order[r]] = number[r];
      node[number[r]] = order[r];
      parent[number[r]] = tree.parent(r) == NONE ? NONE : number[tree.parent(r)];
      first[number[r] + 1] = tree.above(r).length;
    }
    for (int v = 0; v < nodeCount; v++) {
      first[v + 1] += first[v];
    }
    depthMax = findDepths();
    upper = new int[first[nodeCount]];
    upperDepth = new char[upper.length];
    for (int r = 0; r < nodeCount; r++) {
      int arc = first[number[r]];
      for (int above : tree.above(r)) {
        upper[arc] = number[above];
        upperDepth[arc] = depth[number[above]];
        arc++;
      }
    }
    firstBelow = new int[nodeCount + 1];
    arcBelow = new int[upper.length];
    lower = new int[upper.length];
    sortByUpperEnd();
    slot = slots();
    rowOf = new int[nodeCount];
    rowCount = numberRows();
  }

  /**
   * The topology of a graph.
   *
   * @param order all nodes of the graph, the first to be contracted in front
   * @throws IllegalArgumentException if the order does not hold each node once, or leads to a
   *     deeper tree than can be kept
   */
  public static Topology of(SearchGraph graph, int[] order) {
    if (order.length != graph.nodeCount()) {
      throw new IllegalArgumentException(
          "The order holds (%d) nodes; the graph has (%d)."
              .formatted(order.length, graph.nodeCount()));
    }
    return new Topology(graph, new EliminationTree(adjacency(graph), order), order);
  }

  /** The neighbours in a graph, whatever the direction of its arcs. */
  public static Adjacency adjacency(SearchGraph graph) {
    int[] tails = new int[graph.arcCount()];
    int[] heads = new int[graph.arcCount()];
    Arrays.setAll(tails, graph::tail);
    Arrays.setAll(heads, graph::head);
    return Adjacency.of(graph.nodeCount(), tails, heads);
  }

  /** The graph it was made of. */
  public SearchGraph graph() {
    return graph;
  }

  /** How many nodes there are. */
  public int nodeCount() {
    return parent.length;
  }

  /** How many arcs there are, each good for both directions. */
  public int arcCount() {
    return upper.length;
  }

  /** The longest way to a root, in nodes. */
  public int depthMax() {
    return depthMax;
  }

  /** The position of a node of the graph. */
  int position(int node) {
    return position[node];
  }

  /** The node of the graph at a position. */
  int node(int position) {
    return node[position];
  }

  private int findDepths() {
    int deepest = 0;
    for (int v = parent.length - 1; v >= 0; v--) {
      int found = parent[v] == NONE ? 0 : depth[parent[v]] + 1;
      if (found >= Character.MAX_VALUE) {
        throw new IllegalArgumentException(
            "The order leads to a tree deeper than (%d).".formatted((int) Character.MAX_VALUE));
      }
      depth[v] = (char) found;
      deepest = Math.max(deepest, found);
    }
    return deepest;
  }

  private int numberRows() {
    int rows = 0;
    for (int v = 0; v < nodeCount(); v++) {
      boolean joined = (first[v + 1] - first[v]) * ROW_SHARE >= depth[v];
      rowOf[v] = joined && depth[v] >= ROW_LENGTH_MIN ? rows++ : NONE;
    }
    return rows;
  }

  private void sortByUpperEnd() {
    for (int head : upper) {
      firstBelow[head + 1]++;
    }
    for (int v = 0; v < nodeCount(); v++) {
      firstBelow[v + 1] += firstBelow[v];
    }
    int[] next = Arrays.copyOf(firstBelow, nodeCount());
    for (int v = 0; v < nodeCount(); v++) {
      for (int arc = first[v]; arc < first[v + 1]; arc++) {
        int at = next[upper[arc]]++;
        arcBelow[at] = arc;
        lower[at] = v;
      }
    }
  }

  private int[] slots() {
    int[] slots = new int[graph.arcCount()];
    for (int arc = 0; arc < slots.length; arc++) {
      int tail = position[graph.tail(arc)];
      int head = position[graph.head(arc)];
      if (tail == head) {
        slots[arc] = NONE;
      } else if (tail < head) {
        slots[arc] = 2 * find(tail, head);
      } else {
        slots[arc] = 2 * find(head, tail) + 1;
      }
    }
    return slots;
  }

  /** The arc between two positions; there must be one. */
  private int find(int low, int high) {
    return Arrays.binarySearch(upper, first[low], first[low + 1], high);
  }
}
