package org.doorstep.simulator.optimise.site;

import java.util.List;

/**
 * Places units one by one where each adds most, then moves single units as long as that covers
 * more. Never better than the optimum and rarely far from it; it serves where the program is too
 * large to be solved, and to judge it. Ties go to the site that comes first.
 */
public final class GreedyCover {
  /** What counts as more, against endless exchanges of rounding errors. */
  private static final double GAIN_MIN = 1e-9;

  private final CoverProblem problem;

  /** For a problem. */
  public GreedyCover(CoverProblem problem) {
    this.problem = problem;
  }

  /** Units by site. */
  public List<Integer> place() {
    List<Integer> unitsAt = problem.nowhere();
    for (int unit = 0; unit < problem.terms().units(); unit++) {
      int best = bestFor(unitsAt);
      unitsAt.set(best, unitsAt.get(best) + 1);
    }
    improve(unitsAt);
    return List.copyOf(unitsAt);
  }

  private int bestFor(List<Integer> unitsAt) {
    int best = -1;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int site = 0; site < problem.sites(); site++) {
      if (problem.hasRoom(unitsAt, site)) {
        double value = withOneMore(unitsAt, site);
        if (value > greatest + GAIN_MIN) {
          greatest = value;
          best = site;
        }
      }
    }
    return best;
  }

  private double withOneMore(List<Integer> unitsAt, int site) {
    unitsAt.set(site, unitsAt.get(site) + 1);
    double value = problem.value(unitsAt);
    unitsAt.set(site, unitsAt.get(site) - 1);
    return value;
  }

  /** Each step covers more, so it ends. */
  private void improve(List<Integer> unitsAt) {
    boolean better = true;
    while (better) {
      better = false;
      for (int from = 0; from < problem.sites(); from++) {
        if (unitsAt.get(from) > 0) {
          better |= moveOne(unitsAt, from);
        }
      }
    }
  }

  private boolean moveOne(List<Integer> unitsAt, int from) {
    double before = problem.value(unitsAt);
    unitsAt.set(from, unitsAt.get(from) - 1);
    int to = bestFor(unitsAt);
    if (withOneMore(unitsAt, to) > before + GAIN_MIN) {
      unitsAt.set(to, unitsAt.get(to) + 1);
      return true;
    }
    unitsAt.set(from, unitsAt.get(from) + 1);
    return false;
  }
}
