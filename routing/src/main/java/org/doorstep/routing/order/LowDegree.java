package org.doorstep.routing.order;

import java.util.Arrays;

/**
 * Contracts nodes of one or two neighbours until none is left. Confined to one thread.
 *
 * <p>Dead ends and bends are most of a road network. To contract them adds at most one arc each, so
 * they come first in any good order; what is left is a third of the graph or less. A chain is taken
 * every other node at a time, in rounds, so that it becomes as deep as its logarithm and not as its
 * length.
 */
final class LowDegree {
  private static final int DEGREE_MAX = 2;

  private final int[][] neighbours;
  private final int[] degree;
  private final int[] blockedInRound;
  private final boolean[] gone;
  private final int[] order;
  private int contracted;

  LowDegree(Adjacency graph) {
    int nodeCount = graph.nodeCount();
    neighbours = new int[nodeCount][];
    degree = new int[nodeCount];
    blockedInRound = new int[nodeCount];
    gone = new boolean[nodeCount];
    order = new int[nodeCount];
    for (int v = 0; v < nodeCount; v++) {
      degree[v] = graph.end(v) - graph.begin(v);
      neighbours[v] = new int[degree[v]];
      for (int i = 0; i < degree[v]; i++) {
        neighbours[v][i] = graph.neighbour(graph.begin(v) + i);
      }
    }
  }

  /** The nodes contracted, the first one first. */
  int[] run() {
    int[] candidates = new int[degree.length];
    Arrays.setAll(candidates, v -> v);
    int round = 0;
    while (candidates.length > 0) {
      round++;
      int[] later = new int[candidates.length * (DEGREE_MAX + 1)];
      int size = 0;
      for (int v : candidates) {
        if (gone[v] || degree[v] > DEGREE_MAX) {
          continue;
        }
        if (blockedInRound[v] == round) {
          later[size++] = v;
          continue;
        }
        for (int i = 0; i < degree[v]; i++) {
          blockedInRound[neighbours[v][i]] = round;
          later[size++] = neighbours[v][i];
        }
        contract(v);
      }
      candidates = sortedOnce(later, size);
    }
    return Arrays.copyOf(order, contracted);
  }

  boolean isContracted(int node) {
    return gone[node];
  }

  int degree(int node) {
    return degree[node];
  }

  int neighbour(int node, int i) {
    return neighbours[node][i];
  }

  private void contract(int v) {
    gone[v] = true;
    order[contracted++] = v;
    for (int i = 0; i < degree[v]; i++) {
      remove(neighbours[v][i], v);
    }
    if (degree[v] == DEGREE_MAX) {
      connect(neighbours[v][0], neighbours[v][1]);
    }
  }

  private void remove(int from, int neighbour) {
    int[] list = neighbours[from];
    int i = 0;
    while (list[i] != neighbour) {
      i++;
    }
    list[i] = list[--degree[from]];
  }

  private void connect(int a, int b) {
    for (int i = 0; i < degree[a]; i++) {
      if (neighbours[a][i] == b) {
        return;
      }
    }
    add(a, b);
    add(b, a);
  }

  private void add(int to, int neighbour) {
    if (degree[to] == neighbours[to].length) {
      neighbours[to] = Arrays.copyOf(neighbours[to], degree[to] + 2);
    }
    neighbours[to][degree[to]++] = neighbour;
  }

  private static int[] sortedOnce(int[] nodes, int size) {
    Arrays.sort(nodes, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || nodes[i] != nodes[i - 1]) {
        nodes[kept++] = nodes[i];
      }
    }
    return Arrays.copyOf(nodes, kept);
  }
}
