package org.doorstep.dispatch.policy.assignment;

import static org.doorstep.dispatch.policy.assignment.Matching.NONE;

/**
 * The cheapest way to send units to waiting incidents, all at once and exactly: each incident gets
 * one unit or waits, each unit goes to one incident or stays.
 *
 * <p>Exact up to the rounding of sums. Of several answers that cost the same, the one is given in
 * which row 0 has the lowest column that it has in any of them, then row 1, and so on; waiting
 * comes after every column, so that at equal cost somebody is sent. Costs that differ by less than
 * a trillionth of the largest price or cost of waiting count as the same. The same table gives the
 * same answer, and the same prices, on every JVM.
 *
 * <p>The prices say why. {@link #rowPrice} is what the whole would save at most without that
 * incident; {@link #columnPrice}, a number of zero or less, what it would lose at least without
 * that unit. No price is the only right one: where answers tie there are others; these are the ones
 * that the method comes to. {@link #reducedCost} is what a pair costs beyond them; sending that
 * unit there instead makes the whole dearer by <em>at least</em> so much. {@link #forcedPrice} is
 * by how much exactly, with everybody else placed anew as well as can be; it speaks of this one
 * pair, and the prices of two pairs do not add up.
 *
 * <p>A workspace: solved again and again it takes no new memory once it has been at its largest.
 * What is read off is of the table solved last; reading after the table was changed is refused. One
 * thread.
 */
public final class AssignmentSolver {
  /** In place of a column: the incident waits. */
  public static final int WAITS = NONE;

  /** In place of a row: the unit stays free. */
  public static final int FREE = NONE;

  private final Matching matching = new Matching();
  private final ShortestPaths paths = new ShortestPaths(matching);
  private final TieOrder ties = new TieOrder(matching);
  private final ForcedPrices forced = new ForcedPrices(matching);
  private AssignmentCosts solved = new AssignmentCosts();
  private long solvedAt;
  private double total;

  /**
   * Solves a table.
   *
   * @throws IllegalStateException if a row has no cost of waiting; what was solved before is kept
   */
  public void solve(AssignmentCosts costs) {
    matching.reset(costs);
    paths.solve();
    matching.scaleTie();
    ties.apply();
    forced.forget();
    total = matching.total();
    solved = costs;
    solvedAt = costs.changes();
  }

  /** The column of that row, or {@link #WAITS}. */
  public int columnOf(int row) {
    requireRow(row);
    return matching.columnOf[row];
  }

  /** The row of that column, or {@link #FREE}. */
  public int rowOf(int column) {
    requireColumn(column);
    return matching.rowOf[column];
  }

  /** What all costs: the pairs and the waiting, added in the order of the rows. */
  public double totalCost() {
    requireUnchanged();
    return total;
  }

  /** What the whole would save at most without that row; not above its cost of waiting. */
  public double rowPrice(int row) {
    requireRow(row);
    return matching.rowPrices[row];
  }

  /** Zero, if the column is free, or less: what the whole would lose at least without it. */
  public double columnPrice(int column) {
    requireColumn(column);
    return matching.columnPrices[column];
  }

  /**
   * By how much at least the whole becomes dearer if that unit has to go there; zero up to rounding
   * for a pair that is chosen, infinite for a forbidden one.
   */
  public double reducedCost(int row, int column) {
    requireRow(row);
    requireColumn(column);
    return matching.reduced(row, column);
  }

  /** By how much at least the whole becomes dearer if that incident has to wait. */
  public double reducedWaitCost(int row) {
    requireRow(row);
    return matching.reducedWait(row);
  }

  /**
   * By how much exactly the whole becomes dearer if that unit has to go there: the cheapest answer
   * with that pair, less the cheapest of all. Zero or more; infinite for a forbidden pair.
   *
   * <p>The first question about a row takes a part of what a solve takes; further ones about the
   * same row cost next to nothing, so ask row by row.
   */
  public double forcedPrice(int row, int column) {
    requireRow(row);
    requireColumn(column);
    return forced.ofPair(row, column);
  }

  /** By how much exactly the whole becomes dearer if that incident has to wait. */
  public double forcedWaitPrice(int row) {
    requireRow(row);
    return forced.ofWaiting(row);
  }

  private void requireRow(int row) {
    requireUnchanged();
    solved.requireRow(row);
  }

  private void requireColumn(int column) {
    requireUnchanged();
    solved.requireColumn(column);
  }

  private void requireUnchanged() {
    if (solved.changes() != solvedAt) {
      throw new IllegalStateException(
          "The table of costs has changed since it was solved; solve it again before reading.");
    }
  }
}
