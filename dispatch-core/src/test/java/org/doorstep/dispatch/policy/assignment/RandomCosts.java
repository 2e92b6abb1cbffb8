package org.doorstep.dispatch.policy.assignment;

import java.util.Random;

/** Tables of costs drawn by a seed: with ties, negative costs and forbidden pairs. */
final class RandomCosts {
  private static final int WHOLE_COSTS = 6;

  private RandomCosts() {}

  /** Small whole costs around zero: many ties, and every sum is exact. */
  static AssignmentCosts whole(Random random, int rowsMost, int columnsMost) {
    AssignmentCosts costs = new AssignmentCosts();
    costs.reset(random.nextInt(rowsMost + 1), random.nextInt(columnsMost + 1));
    double forbidden = random.nextInt(3) * 0.4;
    for (int row = 0; row < costs.rows(); row++) {
      costs.setWait(row, random.nextInt(WHOLE_COSTS + 2) - 1);
      for (int column = 0; column < costs.columns(); column++) {
        if (random.nextDouble() >= forbidden) {
          costs.set(row, column, random.nextInt(WHOLE_COSTS) - 1);
        }
      }
    }
    return costs;
  }

  /** Fractions up to a thousand, a quarter forbidden; waiting costs as much as a bad pair. */
  static AssignmentCosts fractions(Random random, int rows, int columns) {
    AssignmentCosts costs = new AssignmentCosts();
    costs.reset(rows, columns);
    for (int row = 0; row < rows; row++) {
      costs.setWait(row, 200 + 600 * random.nextDouble());
      for (int column = 0; column < columns; column++) {
        if (random.nextInt(4) > 0) {
          costs.set(row, column, 1_000 * random.nextDouble() - 50);
        }
      }
    }
    return costs;
  }

  /** The same table with one pair fixed: the row has no other choice. */
  static AssignmentCosts fixed(AssignmentCosts costs, int row, int column) {
    AssignmentCosts copy = new AssignmentCosts();
    copy.reset(costs.rows(), costs.columns());
    for (int r = 0; r < costs.rows(); r++) {
      copy.setWait(r, costs.waitCost(r));
      for (int c = 0; c < costs.columns(); c++) {
        if ((r == row) == (c == column)) {
          copy.set(r, c, costs.cost(r, c));
        }
      }
    }
    if (column == AssignmentSolver.WAITS) {
      return copy;
    }
    // Waiting cannot be forbidden; so dear that it is never chosen will do.
    copy.setWait(row, AssignmentCosts.COST_MAX / 1_000);
    return copy;
  }
}
