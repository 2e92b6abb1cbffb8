package org.doorstep.dispatch.policy.assignment;

import java.util.Arrays;

/**
 * What each unit would cost for each waiting incident, and what waiting would cost each incident: a
 * table to be filled, solved and filled again, without new memory once it has been at its largest.
 *
 * <p>Rows are incidents, columns are units, both numbered from 0. The unit of costs is the
 * caller's; all of one table have the same. A cost may be negative. A pair that is not set is
 * {@link #FORBIDDEN}; the cost of waiting must be set for every row, because a forgotten one would
 * read as "waiting is free". One thread.
 */
public final class AssignmentCosts {
  /** The cost of a pair that must not be. */
  public static final double FORBIDDEN = Double.POSITIVE_INFINITY;

  /** The largest cost, of either sign. */
  public static final double COST_MAX = 1e9;

  /** The most rows, and the most columns. */
  public static final int SIDE_MAX = 2_000;

  private static final double UNSET = Double.NaN;

  private int rows;
  private int columns;
  private double[] pairs = {};
  private double[] waits = {};
  private long changes;

  /** Makes this an empty table of that shape: every pair forbidden, no cost of waiting set. */
  public void reset(int rowCount, int columnCount) {
    requireSide("rows", rowCount);
    requireSide("columns", columnCount);
    rows = rowCount;
    columns = columnCount;
    changes++;
    if (pairs.length < rowCount * columnCount) {
      pairs = new double[rowCount * columnCount];
    }
    if (waits.length < rowCount) {
      waits = new double[rowCount];
    }
    Arrays.fill(pairs, 0, rowCount * columnCount, FORBIDDEN);
    Arrays.fill(waits, 0, rowCount, UNSET);
  }

  /**
   * Says what sending that unit to that incident costs.
   *
   * @param cost from -{@link #COST_MAX} to {@link #COST_MAX}, or {@link #FORBIDDEN}
   * @throws IllegalArgumentException if the cost is not a number or out of range
   * @throws IndexOutOfBoundsException if the table has no such row or column
   */
  public void set(int row, int column, double cost) {
    requireRow(row);
    requireColumn(column);
    if (!isFinite(cost) && cost != FORBIDDEN) {
      throw new IllegalArgumentException(
          "The cost (%s) of row (%d) and column (%d) must be from %s to %s, or FORBIDDEN."
              .formatted(cost, row, column, -COST_MAX, COST_MAX));
    }
    pairs[row * columns + column] = cost;
    changes++;
  }

  /**
   * Says what sending nobody to that incident costs.
   *
   * @param cost from -{@link #COST_MAX} to {@link #COST_MAX}; waiting cannot be forbidden, so that
   *     there always is an answer
   * @throws IllegalArgumentException if the cost is not a number or out of range
   * @throws IndexOutOfBoundsException if the table has no such row
   */
  public void setWait(int row, double cost) {
    requireRow(row);
    if (!isFinite(cost)) {
      throw new IllegalArgumentException(
          "The cost (%s) of waiting of row (%d) must be from %s to %s."
              .formatted(cost, row, -COST_MAX, COST_MAX));
    }
    waits[row] = cost;
    changes++;
  }

  /** Incidents. */
  public int rows() {
    return rows;
  }

  /** Units. */
  public int columns() {
    return columns;
  }

  /** What sending that unit to that incident costs. */
  public double cost(int row, int column) {
    requireRow(row);
    requireColumn(column);
    return pairs[row * columns + column];
  }

  /** What sending nobody to that incident costs; not a number until it is set. */
  public double waitCost(int row) {
    requireRow(row);
    return waits[row];
  }

  /** The pairs, row by row; longer than the table where the table was larger before. */
  double[] pairs() {
    return pairs;
  }

  /** The costs of waiting. */
  double[] waits() {
    return waits;
  }

  /** Grows with every change, so that whoever has solved this sees that it is another table now. */
  long changes() {
    return changes;
  }

  /** Whoever solves this asks first: a forgotten cost of waiting would decide something. */
  void requireWaits() {
    for (int row = 0; row < rows; row++) {
      if (Double.isNaN(waits[row])) {
        throw new IllegalStateException(
            "The cost of waiting of row (%d) must be set before the table is solved."
                .formatted(row));
      }
    }
  }

  void requireRow(int row) {
    if (row < 0 || row >= rows) {
      throw new IndexOutOfBoundsException(
          "The row (%d) must be one of the %d of the table.".formatted(row, rows));
    }
  }

  void requireColumn(int column) {
    if (column < 0 || column >= columns) {
      throw new IndexOutOfBoundsException(
          "The column (%d) must be one of the %d of the table.".formatted(column, columns));
    }
  }

  private static boolean isFinite(double cost) {
    return cost >= -COST_MAX && cost <= COST_MAX;
  }

  private static void requireSide(String name, int count) {
    if (count < 0 || count > SIDE_MAX) {
      throw new IllegalArgumentException(
          "The number (%d) of %s must be from 0 to %d.".formatted(count, name, SIDE_MAX));
    }
  }
}
