package org.doorstep.routing.order;

import java.util.Arrays;

/**
 * Which nodes of an undirected graph are neighbours. Immutable; without loops and doubles, each
 * list ascending.
 */
public final class Adjacency {
  private final int[] first;
  private final int[] neighbours;

  private Adjacency(int[] first, int[] neighbours) {
    this.first = first;
    this.neighbours = neighbours;
  }

  /**
   * The graph of a list of pairs.
   *
   * @param nodeCount nodes are {@code [0, nodeCount)}
   * @param tails one end of each pair; loops and doubles are dropped
   * @param heads the other end, as many as {@code tails}
   * @throws IndexOutOfBoundsException if a node is outside the graph
   */
  public static Adjacency of(int nodeCount, int[] tails, int[] heads) {
    int[] first = new int[nodeCount + 1];
    for (int i = 0; i < tails.length; i++) {
      if (tails[i] != heads[i]) {
        first[tails[i] + 1]++;
        first[heads[i] + 1]++;
      }
    }
    for (int v = 0; v < nodeCount; v++) {
      first[v + 1] += first[v];
    }
    int[] next = Arrays.copyOf(first, nodeCount);
    int[] all = new int[first[nodeCount]];
    for (int i = 0; i < tails.length; i++) {
      if (tails[i] != heads[i]) {
        all[next[tails[i]]++] = heads[i];
        all[next[heads[i]]++] = tails[i];
      }
    }
    return new Adjacency(first, all).withoutDoubles();
  }

  private Adjacency withoutDoubles() {
    int nodeCount = nodeCount();
    int[] newFirst = new int[nodeCount + 1];
    int size = 0;
    for (int v = 0; v < nodeCount; v++) {
      Arrays.sort(neighbours, first[v], first[v + 1]);
      for (int i = first[v]; i < first[v + 1]; i++) {
        if (i == first[v] || neighbours[i] != neighbours[i - 1]) {
          neighbours[size++] = neighbours[i];
        }
      }
      newFirst[v + 1] = size;
    }
    return new Adjacency(newFirst, Arrays.copyOf(neighbours, size));
  }

  /** How many nodes there are. */
  public int nodeCount() {
    return first.length - 1;
  }

  /** Where the neighbours of a node begin. */
  public int begin(int node) {
    return first[node];
  }

  /** Where the neighbours of a node end. */
  public int end(int node) {
    return first[node + 1];
  }

  /** The neighbour at a position between {@link #begin} and {@link #end}. */
  public int neighbour(int position) {
    return neighbours[position];
  }
}
