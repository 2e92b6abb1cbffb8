package org.doorstep.routing.hierarchy;

import java.util.Arrays;

/**
 * A directed graph whose arcs are given weights from outside. Immutable.
 *
 * <p>Arcs keep the numbers they were given in, so that weights can be looked up by them.
 */
public final class SearchGraph {
  private final int nodeCount;
  private final int[] tails;
  private final int[] heads;
  private final int[] first;
  private final int[] outgoing;

  /**
   * The graph of a list of arcs, which is not copied.
   *
   * @param nodeCount nodes are {@code [0, nodeCount)}
   * @param tails where each arc begins
   * @param heads where each arc ends
   * @throws IllegalArgumentException if the lists differ in length
   */
  public SearchGraph(int nodeCount, int[] tails, int[] heads) {
    if (tails.length != heads.length) {
      throw new IllegalArgumentException(
          "The tails (%d) must be as many as the heads (%d)."
              .formatted(tails.length, heads.length));
    }
    this.nodeCount = nodeCount;
    this.tails = tails;
    this.heads = heads;
    first = new int[nodeCount + 1];
    for (int tail : tails) {
      first[tail + 1]++;
    }
    for (int v = 0; v < nodeCount; v++) {
      first[v + 1] += first[v];
    }
    int[] next = Arrays.copyOf(first, nodeCount);
    outgoing = new int[tails.length];
    for (int arc = 0; arc < tails.length; arc++) {
      outgoing[next[tails[arc]]++] = arc;
    }
  }

  /** How many nodes there are. */
  public int nodeCount() {
    return nodeCount;
  }

  /** How many arcs there are. */
  public int arcCount() {
    return tails.length;
  }

  /** Where an arc begins. */
  public int tail(int arc) {
    return tails[arc];
  }

  /** Where an arc ends. */
  public int head(int arc) {
    return heads[arc];
  }

  /** Where the arcs out of a node begin, for {@link #outgoing}. */
  public int begin(int node) {
    return first[node];
  }

  /** Where the arcs out of a node end. */
  public int end(int node) {
    return first[node + 1];
  }

  /** The arc at a position between {@link #begin} and {@link #end}. */
  public int outgoing(int position) {
    return outgoing[position];
  }
}
