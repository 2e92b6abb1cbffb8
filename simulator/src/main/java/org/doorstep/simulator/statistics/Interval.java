package org.doorstep.simulator.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * A mean of independent replications and what is believed to hold the true mean.
 *
 * @param count of the replications, 0 or more
 * @param mean NaN where there are none
 * @param halfWidth how far the ends are from the mean; NaN below two replications, which say
 *     nothing about their scatter
 */
public record Interval(long count, double mean, double halfWidth) {
  /** How surely the interval holds the true mean, where nothing else is said. */
  public static final double CONFIDENCE = 0.95;

  /** Of the mean of replications, at 95 %. */
  public static Interval of(Iterable<Double> values) {
    return of(Moments.of(values), CONFIDENCE);
  }

  /**
   * Of the mean of what was taken, by Student's t.
   *
   * @param confidence more than 0, less than 1
   */
  public static Interval of(Moments moments, double confidence) {
    double halfWidth =
        moments.count() < 2
            ? Double.NaN
            : StudentT.quantile((1 + confidence) / 2, moments.count() - 1)
                * moments.standardError();
    return new Interval(moments.count(), moments.mean(), halfWidth);
  }

  /**
   * Of the mean difference {@code after - before} of replications that shared their chance, pair by
   * pair, at 95 %. What both share falls out, so it is narrower than two intervals side by side.
   *
   * @throws IllegalArgumentException if the lists are not of one length
   */
  public static Interval ofDifferences(List<Double> before, List<Double> after) {
    if (before.size() != after.size()) {
      throw new IllegalArgumentException(
          "The pairs (%d and %d) must be as many on both sides."
              .formatted(before.size(), after.size()));
    }
    List<Double> differences = new ArrayList<>();
    for (int pair = 0; pair < before.size(); pair++) {
      differences.add(after.get(pair) - before.get(pair));
    }
    return of(differences);
  }

  /** The lower end. */
  public double low() {
    return mean - halfWidth;
  }

  /** The upper end. */
  public double high() {
    return mean + halfWidth;
  }

  /** Whether a value lies in it, ends included. */
  public boolean holds(double value) {
    return value >= low() && value <= high();
  }

  /** Whether it lies wholly on one side of zero. */
  public boolean excludesZero() {
    return low() > 0 || high() < 0;
  }

  /**
   * Half its width as a share of the mean; infinite where the mean is zero and the width is not.
   */
  public double relativePrecision() {
    return halfWidth == 0 ? 0 : halfWidth / StrictMath.abs(mean);
  }
}
