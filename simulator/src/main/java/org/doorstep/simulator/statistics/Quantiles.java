package org.doorstep.simulator.statistics;

import java.util.List;

/** Quantiles of numbers that are all there. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * The nearest rank: the smallest of the values that at least the share of them does not exceed;
   * always one of the values.
   *
   * @param sorted ascending; one at least
   * @param share more than 0, at most 1
   */
  public static double nearestRank(List<Double> sorted, double share) {
    return sorted.get(rank(sorted.size(), share) - 1);
  }

  /** Where the nearest rank stands among so many values, from 1. */
  public static int rank(int count, double share) {
    check(count, share);
    // A hair below, so that 0.9 of 10 is 9, whatever the last bit of the product.
    int rank = (int) StrictMath.ceil(share * count - 1e-9);
    return Math.max(1, Math.min(count, rank));
  }

  /**
   * Between the two values around it, in proportion (type 7 of Hyndman and Fan).
   *
   * @param sorted ascending; one at least
   * @param share from 0 to 1
   */
  public static double interpolated(List<Double> sorted, double share) {
    check(sorted.size(), share);
    double at = share * (sorted.size() - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
  }

  private static void check(int count, double share) {
    if (count < 1) {
      throw new IllegalArgumentException("A quantile needs one value at least.");
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("The share (%s) must be from 0 to 1.".formatted(share));
    }
  }
}
