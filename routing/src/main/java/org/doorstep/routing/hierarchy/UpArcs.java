package org.doorstep.routing.hierarchy;

import java.util.Arrays;

/**
 * The arcs that searches in one direction need, by their lower ends. Immutable.
 *
 * <p>Arcs of one node lie together; the upper end is given by its depth, and depths descend from
 * the parent's. Nodes that are joined to many of those above have the same arcs as a row too.
 */
final class UpArcs {
  final int[] first;
  final char[] depth;
  final int[] millis;

  /** By number of row, then by depth: the time, or UNREACHABLE. */
  final int[][] rows;

  private UpArcs(Topology topology, int size) {
    first = new int[topology.nodeCount() + 1];
    depth = new char[size];
    millis = new int[size];
    rows = new int[topology.rowCount][];
  }

  /**
   * The arcs that were not beaten over a higher node.
   *
   * @param basic time of each arc over lower nodes
   * @param proven shortest time between its ends
   */
  static UpArcs kept(Topology topology, int[] basic, int[] proven) {
    int size = 0;
    for (int arc = 0; arc < basic.length; arc++) {
      if (basic[arc] == proven[arc] && basic[arc] < Hierarchy.UNREACHABLE) {
        size++;
      }
    }
    UpArcs kept = new UpArcs(topology, size);
    int filled = 0;
    for (int v = 0; v < topology.nodeCount(); v++) {
      for (int arc = topology.first[v]; arc < topology.first[v + 1]; arc++) {
        if (basic[arc] == proven[arc] && basic[arc] < Hierarchy.UNREACHABLE) {
          kept.depth[filled] = topology.upperDepth[arc];
          kept.millis[filled] = basic[arc];
          filled++;
        }
      }
      kept.first[v + 1] = filled;
      if (topology.rowOf[v] != Topology.NONE) {
        kept.rows[topology.rowOf[v]] = kept.row(v, topology.depth[v]);
      }
    }
    return kept;
  }

  private int[] row(int node, int length) {
    int[] row = new int[length];
    Arrays.fill(row, Hierarchy.UNREACHABLE);
    for (int arc = first[node]; arc < first[node + 1]; arc++) {
      row[depth[arc]] = millis[arc];
    }
    return row;
  }

  int size() {
    return depth.length;
  }

  long bytes() {
    long inRows = 0;
    for (int[] row : rows) {
      inRows += row.length;
    }
    return 4 * (first.length + inRows) + 6L * depth.length;
  }

  /** The time from a node to the one above it at a depth; UNREACHABLE if no arc is kept. */
  int millis(int low, int depthOfUpper) {
    for (int arc = first[low]; arc < first[low + 1]; arc++) {
      if (depth[arc] == depthOfUpper) {
        return millis[arc];
      }
    }
    return Hierarchy.UNREACHABLE;
  }
}
