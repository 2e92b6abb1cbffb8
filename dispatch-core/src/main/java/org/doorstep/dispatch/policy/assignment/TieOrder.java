package org.doorstep.dispatch.policy.assignment;

import static org.doorstep.dispatch.policy.assignment.Matching.NONE;

import java.util.Arrays;

/**
 * Picks, of all answers that cost the same, the first in a stated order: the first row has the
 * lowest column that it can have in any of them, then the second row, and so on; waiting comes
 * after every column.
 *
 * <p>All cheapest answers lie in the pairs without reduced cost (complementary slackness), and any
 * two of them differ by cycles of exchanges there. So row by row, everybody is found from whom a
 * chain of such exchanges leads back to the row, searched backwards; the lowest column of those is
 * taken, and the chain is carried out. Free columns and waiting are one place in a chain, the pool:
 * a row may go there (to wait, or to a free column) and another may leave it (a row that waits, or
 * whose column may stay free). Prices stay as they are.
 *
 * <p>A table without ties costs one look at each pair; one of nothing but ties, rows times the size
 * of the table.
 */
final class TieOrder {
  private final Matching matching;
  private int[] next = {};
  private boolean[] reached = {};
  private int[] queue = {};
  private boolean[] toPool = {};
  private boolean poolFound;
  private int pool;

  TieOrder(Matching matching) {
    this.matching = matching;
  }

  /** Exchanges until the answer is the first in order. */
  void apply() {
    pool = matching.rows;
    if (next.length < pool + 1) {
      next = new int[pool + 1];
      reached = new boolean[pool + 1];
      queue = new int[pool + 1];
      toPool = new boolean[pool + 1];
    }
    poolFound = false;
    for (int row = 0; row < matching.rows; row++) {
      if (lowerTight(row, 0) != NONE) {
        findChains(row);
        takeLowest(row);
      }
    }
  }

  /** The first tight column from there on that comes before what the row has. */
  private int lowerTight(int row, int from) {
    int has = matching.columnOf[row];
    int end = has == NONE ? matching.columns : has;
    for (int column = from; column < end; column++) {
      if (matching.isTight(row, column)) {
        return column;
      }
    }
    return NONE;
  }

  private void takeLowest(int row) {
    for (int column = lowerTight(row, 0); column != NONE; column = lowerTight(row, column + 1)) {
      int owner = matching.rowOf[column] == NONE ? pool : matching.rowOf[column];
      if (reached[owner]) {
        exchange(row, column, owner);
        return;
      }
    }
  }

  /**
   * Marks everybody from whom a chain of exchanges leads to the row, but not the rows before it.
   */
  private void findChains(int row) {
    Arrays.fill(reached, 0, pool + 1, false);
    findPool();
    queue[0] = row;
    int end = 1;
    for (int seen = 0; seen < end; seen++) {
      int to = queue[seen];
      for (int from = row + 1; from <= pool; from++) {
        if (!reached[from] && from != to && canGo(from, to)) {
          reached[from] = true;
          next[from] = to;
          queue[end++] = from;
        }
      }
    }
  }

  /** Whether one can take the place of the other at no cost. */
  private boolean canGo(int from, int to) {
    if (to == pool) {
      return toPool[from];
    }
    int column = matching.columnOf[to];
    if (from == pool) {
      return column == NONE || matching.isSpare(column);
    }
    return column != NONE && matching.isTight(from, column);
  }

  /** Who could wait or take a free column; that is asked often, and changes with exchanges only. */
  private void findPool() {
    for (int row = 0; row < matching.rows && !poolFound; row++) {
      toPool[row] = matching.reducedWait(row) <= matching.tie || tightFree(row) != NONE;
    }
    poolFound = true;
  }

  private int tightFree(int row) {
    for (int column = 0; column < matching.columns; column++) {
      if (matching.rowOf[column] == NONE && matching.isTight(row, column)) {
        return column;
      }
    }
    return NONE;
  }

  /** The row takes the column; everybody on the chain takes the place of the next. */
  private void exchange(int row, int column, int owner) {
    int vacated = matching.columnOf[row];
    matching.columnOf[row] = column;
    // Whoever comes next on the chain still has its old place when the one before it is moved.
    for (int from = owner; from != row; from = next[from]) {
      if (from != pool) {
        int to = next[from];
        boolean last = to == row;
        int place = to == pool ? tightFree(from) : matching.columnOf[to];
        matching.columnOf[from] = last ? vacated : place;
      }
    }
    Arrays.fill(matching.rowOf, 0, matching.columns, NONE);
    for (int each = 0; each < matching.rows; each++) {
      if (matching.columnOf[each] != NONE) {
        matching.rowOf[matching.columnOf[each]] = each;
      }
    }
    poolFound = false;
  }
}
