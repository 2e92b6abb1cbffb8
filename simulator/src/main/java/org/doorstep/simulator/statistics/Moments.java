package org.doorstep.simulator.statistics;

/**
 * Mean and variance of numbers that come one by one, by Welford's method [1]: exact to the last few
 * bits even where the mean is large beside the spread. One thread.
 *
 * <p>[1] Welford: Note on a Method for Calculating Corrected Sums of Squares and Products.
 * Technometrics 1962.
 */
public final class Moments {
  private long count;
  private double mean;
  private double squares;

  /** The moments of numbers that are all there. */
  public static Moments of(Iterable<Double> values) {
    Moments moments = new Moments();
    for (double value : values) {
      moments.add(value);
    }
    return moments;
  }

  /**
   * Takes one more.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public void add(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("The value (%s) must be finite.".formatted(value));
    }
    count++;
    double off = value - mean;
    mean += off / count;
    squares += off * (value - mean);
  }

  /** How many there were. */
  public long count() {
    return count;
  }

  /** Their mean; NaN where there were none. */
  public double mean() {
    return count == 0 ? Double.NaN : mean;
  }

  /** Their variance as a sample (divided by one less than their number); NaN below two. */
  public double variance() {
    return count < 2 ? Double.NaN : squares / (count - 1);
  }

  /** The root of the variance; NaN below two. */
  public double standardDeviation() {
    return StrictMath.sqrt(variance());
  }

  /** By how much their mean scatters; NaN below two. */
  public double standardError() {
    return StrictMath.sqrt(variance() / count);
  }
}
