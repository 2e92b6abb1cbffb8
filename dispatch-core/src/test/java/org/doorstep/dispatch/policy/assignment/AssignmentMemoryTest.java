package org.doorstep.dispatch.policy.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.policy.urgency.DispatchRules;
import org.doorstep.dispatch.policy.urgency.Urgency;
import org.doorstep.dispatch.policy.urgency.UrgencyCurve;
import org.junit.jupiter.api.Test;

/** FEATURE: filling, solving and pricing one table after the other takes no new memory. */
class AssignmentMemoryTest {
  private static final int ROWS = 20;
  private static final int COLUMNS = 60;
  private static final int ROUNDS = 500;

  /** What the counter itself may cost; a single object for each solve would be far above it. */
  private static final long BYTES_MAX = ROUNDS;

  private final AssignmentCosts costs = new AssignmentCosts();
  private final AssignmentSolver solver = new AssignmentSolver();
  private final UrgencyCurve curve =
      Urgency.of(DispatchRules.ENGINEERING_DEFAULTS.urgency()).curve(Category.C3, Optional.empty());

  @Test
  void solve_againAndAgain_takesNoNewMemory() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    double sum = rounds();
    long before = threads.getThreadAllocatedBytes(self);
    sum += rounds();
    long taken = threads.getThreadAllocatedBytes(self) - before;

    assertThat(sum).isPositive();
    assertThat(taken).isLessThan(BYTES_MAX);
  }

  private double rounds() {
    double sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      costs.reset(ROWS, COLUMNS);
      for (int row = 0; row < ROWS; row++) {
        costs.setWait(row, curve.waitCost(row, 0.2));
        for (int column = 0; column < COLUMNS; column++) {
          int drive = (row * 7 + column * 13 + round) % 40;
          costs.set(row, column, curve.arrivalCost(row, drive, 0.2) + curve.termCost(1));
        }
      }
      solver.solve(costs);
      sum += solver.totalCost() + solver.forcedPrice(0, round % COLUMNS);
    }
    return sum;
  }
}
