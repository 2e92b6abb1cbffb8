package org.doorstep.dispatch.policy.assignment;

import static org.doorstep.dispatch.policy.assignment.Matching.NONE;

/**
 * Finds the cheapest answer, one row after the other: each new row is let in by the cheapest chain
 * of changes to what was cheapest without it.
 *
 * <p>The Hungarian method [1] as shortest augmenting paths with prices [2, 3], in the form for
 * tables that are not square [4]. That every row may wait is a column of its own for each row,
 * which is kept implicit: its price is always zero, so that a search only has to remember the
 * cheapest waiting among the rows that it has come by. Prices of columns begin at zero and only
 * fall, and a column once taken stays taken, so the price of a free column is zero, as it has to be
 * where columns need not be used.
 *
 * <p>Cost: at most rows times (chain length times columns); in practice a few looks at each pair.
 * Negative costs need nothing special, because only the first step of a search can meet a negative
 * reduced cost, and that shifts all its ends alike.
 *
 * <p>[1] Kuhn: The Hungarian Method for the Assignment Problem. Naval Research Logistics Quarterly
 * 2 (1955). [2] Edmonds, Karp: Theoretical Improvements in Algorithmic Efficiency for Network Flow
 * Problems. JACM 19 (1972). [3] Jonker, Volgenant: A Shortest Augmenting Path Algorithm for Dense
 * and Sparse Linear Assignment Problems. Computing 38 (1987). [4] Crouse: On Implementing 2D
 * Rectangular Assignment Algorithms. IEEE Transactions on Aerospace and Electronic Systems 52
 * (2016).
 */
final class ShortestPaths {
  private final Matching matching;
  private double[] distances = {};
  private int[] cameFrom = {};
  private int[] open = {};
  private int[] closed = {};
  private int openCount;
  private int closedCount;
  private int waiting;
  private double waitDistance;

  ShortestPaths(Matching matching) {
    this.matching = matching;
  }

  /** Lets all rows in, in their order. */
  void solve() {
    if (distances.length < matching.columns) {
      distances = new double[matching.columns];
      cameFrom = new int[matching.columns];
      open = new int[matching.columns];
      closed = new int[matching.columns];
    }
    for (int row = 0; row < matching.rows; row++) {
      letIn(row);
    }
  }

  private void letIn(int start) {
    int at = lookFirst(start);
    while (true) {
      if (at == NONE) {
        raisePrices(start, waitDistance);
        moveAlong(start, waiting, NONE);
        return;
      }
      int column = open[at];
      double distance = distances[column];
      if (matching.rowOf[column] == NONE) {
        raisePrices(start, distance);
        moveAlong(start, cameFrom[column], column);
        return;
      }
      closed[closedCount++] = column;
      open[at] = open[--openCount];
      at = look(matching.rowOf[column], distance);
    }
  }

  /**
   * Looks from the row to be let in, to which all columns are new; most rows find a free one, so
   * this is where the time goes, and nothing here depends on which pairs are forbidden.
   */
  private int lookFirst(int row) {
    double[] pairs = matching.pairs;
    double[] columnPrices = matching.columnPrices;
    openCount = matching.columns;
    closedCount = 0;
    waiting = row;
    waitDistance = matching.reducedWait(row);
    double nearest = waitDistance;
    int nearestAt = NONE;
    int first = row * matching.columns;
    double from = -matching.rowPrices[row];
    for (int column = 0; column < openCount; column++) {
      double to = from + pairs[first + column] - columnPrices[column];
      open[column] = column;
      distances[column] = to;
      cameFrom[column] = row;
      if (to < nearest) {
        nearest = to;
        nearestAt = column;
      }
    }
    return nearestAt;
  }

  /**
   * Looks from a row at all columns that are still open.
   *
   * @return where in {@code open} the nearest is; none if waiting is nearer
   */
  private int look(int row, double distance) {
    double[] pairs = matching.pairs;
    double[] columnPrices = matching.columnPrices;
    double toWait = distance + matching.reducedWait(row);
    if (toWait < waitDistance) {
      waitDistance = toWait;
      waiting = row;
    }
    double nearest = waitDistance;
    int nearestAt = NONE;
    int first = row * matching.columns;
    double from = distance - matching.rowPrices[row];
    for (int at = 0; at < openCount; at++) {
      int column = open[at];
      double to = from + pairs[first + column] - columnPrices[column];
      if (to < distances[column]) {
        distances[column] = to;
        cameFrom[column] = row;
      }
      if (distances[column] < nearest) {
        nearest = distances[column];
        nearestAt = at;
      }
    }
    return nearestAt;
  }

  private void raisePrices(int start, double distance) {
    matching.rowPrices[start] += distance;
    for (int i = 0; i < closedCount; i++) {
      int column = closed[i];
      double by = distance - distances[column];
      matching.columnPrices[column] -= by;
      matching.rowPrices[matching.rowOf[column]] += by;
    }
  }

  /** The last row takes the place at the end; each row before it takes the one it leaves. */
  private void moveAlong(int start, int last, int end) {
    int row = last;
    int place = end;
    while (true) {
      int left = matching.columnOf[row];
      matching.columnOf[row] = place;
      if (place != NONE) {
        matching.rowOf[place] = row;
      }
      if (row == start) {
        return;
      }
      place = left;
      row = cameFrom[left];
    }
  }
}
