package org.doorstep.routing.order;

import java.util.Arrays;

/**
 * Finds a least set of nodes that parts the first nodes of a piece from its last. Confined to one
 * thread.
 *
 * <p>By Menger's theorem that set is as large as the number of paths from first to last that share
 * no node. They are found one after the other by breadth-first search in the residual graph, in
 * which each node is an entry and an exit with room for one path between. Terminals may be cut too.
 * Cost: nodes and arcs of the piece for each path; cuts of road networks are small.
 */
final class VertexCut {
  private static final int NONE = -1;
  private static final int TERMINAL = -2;

  private final Piece piece;
  private final boolean[] isFirst;
  private final boolean[] isLast;

  /** The node before and after on the path through a node, or NONE; ends have TERMINAL. */
  private final int[] before;

  private final int[] after;

  /** Breadth-first search: states are 2v for the entry of v, 2v + 1 for its exit. */
  private final int[] reachedFrom;

  private final int[] queue;
  private int queued;

  VertexCut(Piece piece, boolean[] isFirst, boolean[] isLast) {
    this.piece = piece;
    this.isFirst = isFirst;
    this.isLast = isLast;
    int size = piece.size();
    before = new int[size];
    after = new int[size];
    reachedFrom = new int[2 * size];
    queue = new int[2 * size];
    Arrays.fill(before, NONE);
    Arrays.fill(after, NONE);
  }

  /**
   * Finds the cut.
   *
   * @param most gives up when the cut would be larger
   * @return whether a cut of at most that size was found; then {@link #isCut} and {@link #isNear}
   *     tell it
   */
  boolean find(int most) {
    int paths = 0;
    int end = search();
    while (end != NONE) {
      if (++paths > most) {
        return false;
      }
      addPath(end);
      end = search();
    }
    return true;
  }

  /** Whether a node is in the cut, after {@link #find}. */
  boolean isCut(int node) {
    return reachedFrom[2 * node] != NONE && reachedFrom[2 * node + 1] == NONE;
  }

  /** Whether a node lies on the side of the first nodes, after {@link #find}. */
  boolean isNear(int node) {
    return reachedFrom[2 * node + 1] != NONE;
  }

  /**
   * The exit of a last node that can be reached, or NONE; then what was reached is the near side.
   */
  private int search() {
    Arrays.fill(reachedFrom, NONE);
    queued = 0;
    for (int v = 0; v < isFirst.length; v++) {
      if (isFirst[v]) {
        reach(2 * v, TERMINAL);
      }
    }
    for (int i = 0; i < queued; i++) {
      int state = queue[i];
      int v = state >> 1;
      if ((state & 1) == 0) {
        leaveEntry(v);
      } else if (isLast[v] && after[v] != TERMINAL) {
        return state;
      } else {
        leaveExit(v);
      }
    }
    return NONE;
  }

  private void leaveEntry(int v) {
    if (before[v] == NONE) {
      reach(2 * v + 1, 2 * v);
    } else if (before[v] >= 0) {
      reach(2 * before[v] + 1, 2 * v);
    }
  }

  private void leaveExit(int v) {
    if (before[v] != NONE) {
      reach(2 * v, 2 * v + 1);
    }
    for (int i = piece.begin(v); i < piece.end(v); i++) {
      int w = piece.neighbour(i);
      if (after[v] != w) {
        reach(2 * w, 2 * v + 1);
      }
    }
  }

  private void reach(int state, int from) {
    if (reachedFrom[state] == NONE) {
      reachedFrom[state] = from;
      queue[queued++] = state;
    }
  }

  /** Lays a path along the states that led to its end, and takes back what it crosses. */
  private void addPath(int end) {
    int length = 0;
    for (int state = end; state != TERMINAL; state = reachedFrom[state]) {
      queue[length++] = state;
    }
    int from = queue[length - 1];
    before[from >> 1] = TERMINAL;
    for (int i = length - 2; i >= 0; i--) {
      int to = queue[i];
      boolean leavesExit = (from & 1) == 1;
      int u = from >> 1;
      int v = to >> 1;
      if (leavesExit && u == v) {
        // The old path no longer comes through here.
        before[v] = NONE;
        after[v] = NONE;
      } else if (leavesExit) {
        after[u] = v;
        before[v] = u;
      }
      from = to;
    }
    after[end >> 1] = TERMINAL;
  }
}
