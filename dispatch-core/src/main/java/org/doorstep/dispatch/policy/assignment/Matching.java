package org.doorstep.dispatch.policy.assignment;

import java.util.Arrays;

/**
 * The state that the solver and what explains its answer share: who goes where, and the prices.
 *
 * <p>Invariants, once solved, up to rounding: {@code rowPrice + columnPrice <= cost} for every
 * pair, {@code rowPrice <= waitCost}, {@code columnPrice <= 0}; equality for every pair that is
 * matched and every row that waits; zero for every column that is free.
 */
final class Matching {
  /** No column, no row. */
  static final int NONE = -1;

  int rows;
  int columns;
  double[] pairs = {};
  double[] waits = {};
  double[] rowPrices = {};
  double[] columnPrices = {};
  int[] columnOf = {};
  int[] rowOf = {};

  /** How far apart two sums of costs may be that count as equal; zero until it is scaled. */
  double tie;

  private static final double TIE_SHARE = 1e-12;

  /** Takes a table over, with nobody sent and all prices at zero. */
  void reset(AssignmentCosts costs) {
    costs.requireWaits();
    rows = costs.rows();
    columns = costs.columns();
    pairs = costs.pairs();
    waits = costs.waits();
    if (columnOf.length < rows) {
      columnOf = new int[rows];
      rowPrices = new double[rows];
    }
    if (rowOf.length < columns) {
      rowOf = new int[columns];
      columnPrices = new double[columns];
    }
    Arrays.fill(columnOf, 0, rows, NONE);
    Arrays.fill(rowOf, 0, columns, NONE);
    Arrays.fill(rowPrices, 0, rows, 0);
    Arrays.fill(columnPrices, 0, columns, 0);
  }

  /**
   * Sets how near counts as equal, by the largest price or cost of waiting: a pair that can be
   * chosen costs no more than the two prices of it together, so that larger costs in the table say
   * nothing of how exact the sums are.
   */
  void scaleTie() {
    double largest = 0;
    for (int row = 0; row < rows; row++) {
      largest = Math.max(largest, Math.max(Math.abs(waits[row]), Math.abs(rowPrices[row])));
    }
    for (int column = 0; column < columns; column++) {
      largest = Math.max(largest, Math.abs(columnPrices[column]));
    }
    tie = TIE_SHARE * largest;
  }

  /** What the pair costs beyond the two prices; not below zero but for rounding. */
  double reduced(int row, int column) {
    return pairs[row * columns + column] - rowPrices[row] - columnPrices[column];
  }

  /** What waiting costs the row beyond its price; not below zero but for rounding. */
  double reducedWait(int row) {
    return waits[row] - rowPrices[row];
  }

  /** Whether the pair could be in a cheapest answer. */
  boolean isTight(int row, int column) {
    return reduced(row, column) <= tie;
  }

  /** Whether a cheapest answer could leave that column free. */
  boolean isSpare(int column) {
    return columnPrices[column] >= -tie;
  }

  /** The sum of what was chosen, in the order of the rows. */
  double total() {
    double total = 0;
    for (int row = 0; row < rows; row++) {
      int column = columnOf[row];
      total += column == NONE ? waits[row] : pairs[row * columns + column];
    }
    return total;
  }
}
