package org.doorstep.routing.hierarchy;

import java.util.Arrays;
import org.doorstep.routing.order.Adjacency;

/**
 * What contraction of a graph in a given order leads to, before weights are known: the arcs between
 * nodes and those contracted later. Confined to one thread while it is built.
 *
 * <p>Each node's neighbours that are contracted later all lie on one way to the root, because the
 * first of them, the parent, inherits the others.
 */
final class EliminationTree {
  private static final int NONE = -1;

  private final int[] parent;
  private final int[][] above;

  /**
   * Contracts all nodes.
   *
   * @param order nodes, the first to be contracted in front
   */
  EliminationTree(Adjacency graph, int[] order) {
    int nodeCount = graph.nodeCount();
    int[] rank = ranks(order);
    parent = new int[nodeCount];
    above = new int[nodeCount][];
    int[] lastChild = new int[nodeCount];
    int[] sibling = new int[nodeCount];
    Arrays.fill(lastChild, NONE);
    int[] seenBy = new int[nodeCount];
    Arrays.fill(seenBy, NONE);
    int[] found = new int[nodeCount];
    for (int r = 0; r < nodeCount; r++) {
      int size = 0;
      seenBy[r] = r;
      int node = order[r];
      for (int i = graph.begin(node); i < graph.end(node); i++) {
        int other = rank[graph.neighbour(i)];
        if (other > r && seenBy[other] != r) {
          seenBy[other] = r;
          found[size++] = other;
        }
      }
      for (int child = lastChild[r]; child != NONE; child = sibling[child]) {
        for (int other : above[child]) {
          if (seenBy[other] != r) {
            seenBy[other] = r;
            found[size++] = other;
          }
        }
      }
      above[r] = Arrays.copyOf(found, size);
      Arrays.sort(above[r]);
      parent[r] = size == 0 ? NONE : above[r][0];
      if (size > 0) {
        sibling[r] = lastChild[parent[r]];
        lastChild[parent[r]] = r;
      }
    }
  }

  /** By rank: the parent's rank, or -1 at a root. */
  int parent(int rank) {
    return parent[rank];
  }

  /** By rank: the ranks of the neighbours contracted later, ascending; not to be changed. */
  int[] above(int rank) {
    return above[rank];
  }

  /**
   * The nodes so renumbered that each comes after its whole subtree, and subtrees lie together.
   *
   * @return the new number by rank
   */
  int[] postOrder() {
    int nodeCount = parent.length;
    int[] size = new int[nodeCount];
    for (int r = 0; r < nodeCount; r++) {
      size[r]++;
      if (parent[r] != NONE) {
        size[parent[r]] += size[r];
      }
    }
    // From the root down, each child takes the highest numbers that its parent has left.
    int[] number = new int[nodeCount];
    int[] left = new int[nodeCount];
    int leftOfRoots = nodeCount;
    for (int r = nodeCount - 1; r >= 0; r--) {
      int end;
      if (parent[r] == NONE) {
        end = leftOfRoots;
        leftOfRoots -= size[r];
      } else {
        end = left[parent[r]];
        left[parent[r]] -= size[r];
      }
      number[r] = end - 1;
      left[r] = end - 1;
    }
    return number;
  }

  private static int[] ranks(int[] order) {
    int[] rank = new int[order.length];
    Arrays.fill(rank, NONE);
    for (int r = 0; r < order.length; r++) {
      if (rank[order[r]] != NONE) {
        throw new IllegalArgumentException(
            "The order must hold each node once; node (%d) is there again.".formatted(order[r]));
      }
      rank[order[r]] = r;
    }
    return rank;
  }
}
