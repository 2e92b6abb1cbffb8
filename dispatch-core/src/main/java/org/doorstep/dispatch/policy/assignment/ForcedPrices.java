package org.doorstep.dispatch.policy.assignment;

import static org.doorstep.dispatch.policy.assignment.Matching.NONE;

import java.util.Arrays;

/**
 * What the whole would cost more if one row had to have a given column, or had to wait.
 *
 * <p>With the pair fixed, whoever has its column must go elsewhere, and what the row leaves must be
 * taken again if it is worth its price: the cheapest chain of changes from the one to the other,
 * measured in reduced costs, which are not negative, is what the best answer with that pair differs
 * by [1]. As all chains of a row end at the same place, one search backwards from it (Dijkstra)
 * prices all its columns. Free columns and waiting are one place, the pool, as in {@link TieOrder}.
 *
 * <p>Cost: rows squared plus, where somebody goes to a free column, rows times columns.
 *
 * <p>[1] Ahuja, Magnanti, Orlin: Network Flows. 1993, section 9.3 (optimality and reduced costs).
 */
final class ForcedPrices {
  private final Matching matching;
  private double[] distances = {};
  private double[] toPool = {};
  private boolean[] settled = {};
  private int pool;
  private int pricedRow = NONE;

  ForcedPrices(Matching matching) {
    this.matching = matching;
  }

  /** Forgets what was priced: the answer is another one. */
  void forget() {
    pricedRow = NONE;
    pool = matching.rows;
  }

  double ofPair(int row, int column) {
    if (matching.columnOf[row] == column) {
      return 0;
    }
    price(row);
    int owner = matching.rowOf[column];
    return notNegative(matching.reduced(row, column)) + distances[owner == NONE ? pool : owner];
  }

  double ofWaiting(int row) {
    if (matching.columnOf[row] == NONE) {
      return 0;
    }
    price(row);
    return notNegative(matching.reducedWait(row)) + distances[pool];
  }

  /** Finds, for everybody, what the cheapest chain from there to the place of the row costs. */
  private void price(int row) {
    if (row == pricedRow) {
      return;
    }
    prepare();
    distances[row] = 0;
    for (int to = row; to != NONE; to = nearest()) {
      settled[to] = true;
      for (int from = 0; from <= pool; from++) {
        if (!settled[from]) {
          distances[from] = Math.min(distances[from], distances[to] + step(from, to));
        }
      }
    }
    pricedRow = row;
  }

  private void prepare() {
    if (distances.length < pool + 1) {
      distances = new double[pool + 1];
      settled = new boolean[pool + 1];
      toPool = new double[pool + 1];
    }
    Arrays.fill(distances, 0, pool + 1, Double.POSITIVE_INFINITY);
    Arrays.fill(settled, 0, pool + 1, false);
    if (pricedRow == NONE) {
      for (int each = 0; each < matching.rows; each++) {
        toPool[each] = cheapestPool(each);
      }
    }
  }

  /** The next to settle; none if nobody else can come to the row. */
  private int nearest() {
    int nearest = NONE;
    double distance = Double.POSITIVE_INFINITY;
    for (int each = 0; each <= pool; each++) {
      if (!settled[each] && distances[each] < distance) {
        nearest = each;
        distance = distances[each];
      }
    }
    return nearest;
  }

  /** What it costs that one takes the place of the other. */
  private double step(int from, int to) {
    if (to == pool) {
      return toPool[from];
    }
    int column = matching.columnOf[to];
    if (from == pool) {
      // Nobody need take the place of a row that waits; a column left free loses its price.
      return column == NONE ? 0 : notNegative(-matching.columnPrices[column]);
    }
    return column == NONE ? Double.POSITIVE_INFINITY : notNegative(matching.reduced(from, column));
  }

  private double cheapestPool(int row) {
    double cheapest = matching.reducedWait(row);
    for (int column = 0; column < matching.columns; column++) {
      if (matching.rowOf[column] == NONE) {
        cheapest = Math.min(cheapest, matching.reduced(row, column));
      }
    }
    return notNegative(cheapest);
  }

  /** Rounding can leave a reduced cost a hair below zero. */
  private static double notNegative(double cost) {
    return Math.max(0, cost);
  }
}
