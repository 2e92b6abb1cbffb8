package org.doorstep.server.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.policy.assignment.AssignmentCosts;
import org.doorstep.dispatch.policy.assignment.AssignmentSolver;
import org.doorstep.dispatch.policy.urgency.DispatchRules;
import org.doorstep.dispatch.policy.urgency.Urgency;
import org.doorstep.dispatch.policy.urgency.UrgencyCurve;
import org.doorstep.simulator.chance.Chance;

/**
 * How long one batched assignment takes, warm: 50 incidents and 200 units at random places, a
 * quarter of the pairs forbidden; and what comes before and after it.
 *
 * <p>The 99th of a hundred is also given in the thread's own time: on a busy machine the wall's
 * says how often the thread was set aside in the middle, which is some milliseconds each time.
 *
 * <p>Every solve has a table of its own, which is filled outside the time that is taken. As many
 * solves as are measured go before, so that the compiler has done its work.
 */
public final class AssignmentBench {
  private static final int INCIDENTS = 50;
  private static final int UNITS = 200;
  private static final int TABLE_INCIDENTS = 10;
  private static final int TABLE_UNITS = 30;
  private static final int SIDE_MINUTES = 30;
  private static final int WAIT_COST = 60;
  private static final double FORBIDDEN_SHARE = 0.25;
  private static final long SEED = 7;

  private final int solves;
  private final AssignmentCosts costs = new AssignmentCosts();
  private final AssignmentSolver solver = new AssignmentSolver();
  private final double[] unitsAt = new double[2 * UNITS];

  // What was solved comes to numbers that are given, so that the compiler cannot leave it out.
  private double costSum;
  private double priceSum;

  /**
   * A bench.
   *
   * @param solves how many are measured, 1 or more; 2,000 or more for figures to be given
   */
  public AssignmentBench(int solves) {
    this.solves = solves;
  }

  /** The figures by name, always in the same order. */
  public Map<String, Number> run() {
    long[] solved = new long[solves];
    long[] own = new long[solves];
    long[] priced = new long[solves];
    long[] filled = new long[solves];
    measure(solved, own, priced, filled);
    measure(solved, own, priced, filled);
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("assignment50By200P50Micros", micros(solved, 0.50));
    figures.put("assignment50By200P99Micros", micros(solved, 0.99));
    figures.put("assignment50By200P99CpuMicros", micros(own, 0.99));
    figures.put("forcedPricesOfOneOf50By200P50Micros", micros(priced, 0.50));
    figures.put("costTable10By30P50Micros", micros(filled, 0.50));
    figures.put("assignmentMeanCostMinutes", rounded(costSum / (2 * solves)));
    figures.put("forcedMeanPriceMinutes", rounded(priceSum / (2 * solves)));
    return figures;
  }

  private void measure(long[] solved, long[] own, long[] priced, long[] filled) {
    Chance chance = Chance.of(SEED, "assignment");
    Urgency urgency = Urgency.of(DispatchRules.ENGINEERING_DEFAULTS.urgency());
    for (int i = 0; i < solves; i++) {
      draw(chance);
      long busy = cpuNanos();
      long begin = System.nanoTime();
      solver.solve(costs);
      solved[i] = System.nanoTime() - begin;
      own[i] = cpuNanos() - busy;
      costSum += solver.totalCost();
      begin = System.nanoTime();
      priceSum += dearest(i % INCIDENTS);
      priced[i] = System.nanoTime() - begin;
      begin = System.nanoTime();
      fill(urgency, i);
      filled[i] = System.nanoTime() - begin;
    }
  }

  private void draw(Chance chance) {
    costs.reset(INCIDENTS, UNITS);
    for (int i = 0; i < unitsAt.length; i++) {
      unitsAt[i] = chance.between(0, SIDE_MINUTES);
    }
    for (int row = 0; row < INCIDENTS; row++) {
      double x = chance.between(0, SIDE_MINUTES);
      double y = chance.between(0, SIDE_MINUTES);
      costs.setWait(row, WAIT_COST);
      for (int column = 0; column < UNITS; column++) {
        double dx = x - unitsAt[2 * column];
        double dy = y - unitsAt[2 * column + 1];
        if (!chance.happens(FORBIDDEN_SHARE)) {
          costs.set(row, column, StrictMath.sqrt(dx * dx + dy * dy));
        }
      }
    }
  }

  /** Asks why not, for one incident and every unit that may go. */
  private double dearest(int row) {
    double dearest = 0;
    for (int column = 0; column < UNITS; column++) {
      double price = solver.forcedPrice(row, column);
      dearest = price > dearest && price < WAIT_COST ? price : dearest;
    }
    return dearest;
  }

  /** The table of a usual moment, with the terms of cover and crew at their worst. */
  private void fill(Urgency urgency, int number) {
    DispatchRules rules = DispatchRules.ENGINEERING_DEFAULTS;
    costs.reset(TABLE_INCIDENTS, TABLE_UNITS);
    for (int row = 0; row < TABLE_INCIDENTS; row++) {
      Category category = row % 2 == 0 ? Category.C2 : Category.C3;
      int level = category.level();
      UrgencyCurve curve = urgency.curve(category, Optional.empty());
      double waited = (number + row) % 200;
      costs.setWait(row, curve.waitCost(waited, 0.1));
      for (int column = 0; column < TABLE_UNITS; column++) {
        double minutes =
            rules.cover().costMinutes(level, 0.001 * column)
                + rules.crew().breaks().costMinutes(level, column - 10)
                + rules.crew().shiftEnd().costMinutes(level, 20 + column)
                + rules.crew().fatigue().costMinutes(level, 6, row)
                + rules.crew().fairness().costMinutes(level, 0.5, 0.4);
        costs.set(row, column, curve.arrivalCost(waited, column, 0.1) + curve.termCost(minutes));
      }
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double micros(long[] nanos, double share) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return rounded(sorted[(int) (sorted.length * share)] / 1e3);
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
