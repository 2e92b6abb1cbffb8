package org.doorstep.dispatch.policy.assignment;

import java.util.ArrayList;
import java.util.List;

/**
 * Tries every answer, the first in the stated order first, and keeps the first that is cheapest.
 */
final class BruteForce {
  private final AssignmentCosts costs;
  private final boolean[] taken;
  private final List<Integer> chosen = new ArrayList<>();
  private List<Integer> best = List.of();
  private double bestCost = Double.POSITIVE_INFINITY;

  private BruteForce(AssignmentCosts costs) {
    this.costs = costs;
    taken = new boolean[costs.columns()];
  }

  /** The column of each row. */
  static List<Integer> columns(AssignmentCosts costs) {
    BruteForce search = new BruteForce(costs);
    search.tryRow(0, 0);
    return search.best;
  }

  private void tryRow(int row, double cost) {
    if (row == costs.rows()) {
      if (cost < bestCost) {
        bestCost = cost;
        best = List.copyOf(chosen);
      }
      return;
    }
    for (int column = 0; column < costs.columns(); column++) {
      if (!taken[column]) {
        taken[column] = true;
        choose(row, column, cost + costs.cost(row, column));
        taken[column] = false;
      }
    }
    choose(row, AssignmentSolver.WAITS, cost + costs.waitCost(row));
  }

  private void choose(int row, int column, double cost) {
    chosen.add(column);
    tryRow(row + 1, cost);
    chosen.remove(chosen.size() - 1);
  }
}
