package org.doorstep.simulator.statistics;

/**
 * Student's t distribution.
 *
 * <p>The probability is the regularised incomplete beta function, by Lentz's continued fraction
 * [1], with the logarithm of the gamma function by Lanczos' series [2]; the quantile halves an
 * interval until no number lies between its ends. Relative error below 1e-9 for probabilities from
 * 1e-6 to 1 - 1e-6 and degrees from 1 to 1e6.
 *
 * <p>[1] Press et al.: Numerical Recipes, 3rd edition, 6.4. [2] Lanczos: A Precision Approximation
 * of the Gamma Function. SIAM J. Numer. Anal. 1964, with g = 7 and nine terms.
 */
public final class StudentT {
  private static final double[] LANCZOS = {
    0.9999999999998099,
    676.5203681218851,
    -1259.1392167224028,
    771.3234287776531,
    -176.6150291621406,
    12.507343278686905,
    -0.13857109526572012,
    9.984369578019572e-6,
    1.5056327351493116e-7
  };
  private static final double LANCZOS_G = 7;
  private static final double TINY = 1e-300;
  private static final double PRECISION = 1e-15;
  private static final int TERMS_MAX = 10_000;
  private static final int HALVINGS_MAX = 2_000;

  private StudentT() {}

  /**
   * The number below which a draw falls with a probability.
   *
   * @param probability more than 0, less than 1
   * @param degrees of freedom, 1 or more
   */
  public static double quantile(double probability, long degrees) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "The probability (%s) must be more than 0 and less than 1.".formatted(probability));
    }
    if (degrees < 1) {
      throw new IllegalArgumentException(
          "The degrees of freedom (%d) must be 1 or more.".formatted(degrees));
    }
    double tail = Math.min(probability, 1 - probability);
    double size = upperQuantile(tail, degrees);
    return probability < 0.5 ? -size : size;
  }

  /** The number, zero or more, that a draw exceeds with a probability of one half or less. */
  private static double upperQuantile(double tail, long degrees) {
    double low = 0;
    double high = 1;
    while (tail(high, degrees) > tail && high < Double.MAX_VALUE / 2) {
      low = high;
      high *= 2;
    }
    for (int halving = 0; halving < HALVINGS_MAX; halving++) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        break;
      }
      if (tail(middle, degrees) > tail) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The probability that a draw exceeds {@code t}, zero or more. */
  private static double tail(double t, long degrees) {
    return 0.5 * beta(degrees / (degrees + t * t), degrees / 2.0, 0.5);
  }

  /** The regularised incomplete beta function of {@code x} in 0 to 1. */
  private static double beta(double x, double a, double b) {
    if (x <= 0) {
      return 0;
    }
    if (x >= 1) {
      return 1;
    }
    double front =
        StrictMath.exp(
            logGamma(a + b)
                - logGamma(a)
                - logGamma(b)
                + a * StrictMath.log(x)
                + b * StrictMath.log1p(-x));
    // The fraction converges quickly on one side only; the other is its mirror.
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(x, a, b) / a
        : 1 - front * fraction(1 - x, b, a) / b;
  }

  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int term = 1; term <= TERMS_MAX; term++) {
      double even = term * (b - term) * x / ((a + 2 * term - 1) * (a + 2 * term));
      d = 1 / away(1 + even * d);
      c = away(1 + even / c);
      value *= d * c;
      double odd = -(a + term) * (a + b + term) * x / ((a + 2 * term) * (a + 2 * term + 1));
      d = 1 / away(1 + odd * d);
      c = away(1 + odd / c);
      double step = d * c;
      value *= step;
      if (StrictMath.abs(step - 1) < PRECISION) {
        break;
      }
    }
    return value;
  }

  /** Never nothing, because it is divided by. */
  private static double away(double value) {
    return StrictMath.abs(value) < TINY ? TINY : value;
  }

  /** The logarithm of the gamma function of one half or more. */
  private static double logGamma(double x) {
    double shifted = x - 1;
    double sum = LANCZOS[0];
    for (int term = 1; term < LANCZOS.length; term++) {
      sum += LANCZOS[term] / (shifted + term);
    }
    double base = shifted + LANCZOS_G + 0.5;
    return 0.5 * StrictMath.log(2 * StrictMath.PI)
        + (shifted + 0.5) * StrictMath.log(base)
        - base
        + StrictMath.log(sum);
  }
}
