package org.doorstep.simulator.scenario;

import java.util.function.DoubleToLongFunction;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/**
 * How long something takes: a law through four quantiles. Between them the logarithm of the time is
 * straight; below the first and above the last it goes on to half of it and a quarter beyond it.
 */
@Meaning("How long something takes, by four quantiles.")
public record Quantiles(
    @Meaning("One in ten takes less, in minutes.") @Bounds(least = 0.01, most = 10_000) double p10,
    @Meaning("Half take less, in minutes.") @Bounds(least = 0.01, most = 10_000) double p50,
    @Meaning("Nine in ten take less, in minutes.") @Bounds(least = 0.01, most = 10_000) double p90,
    @Meaning("All but one in a hundred take less, in minutes.") @Bounds(least = 0.01, most = 10_000)
        double p99) {
  private static final double LEAST_OF_P10 = 0.5;
  private static final double MOST_OF_P99 = 1.25;
  private static final double MINUTE_MILLIS = 60_000;

  /** Engineering default: how soon something ends that has outlasted all that is known of it. */
  public static final long OUTLASTED_MILLIS = 300_000;

  private static final int HALVINGS = 40;

  public Quantiles {
    if (!(p10 <= p50 && p50 <= p90 && p90 <= p99)) {
      throw new IllegalArgumentException(
          "The quantiles (%s, %s, %s, %s) must not fall.".formatted(p10, p50, p90, p99));
    }
  }

  /** The time below which that share lies, in milliseconds; the share in {@code [0, 1)}. */
  public long millis(double share) {
    return (long) (minutes(share) * MINUTE_MILLIS);
  }

  /** The time below which that share lies, in minutes; the share in {@code [0, 1)}. */
  public double minutes(double share) {
    if (share < 0.1) {
      return between(share / 0.1, LEAST_OF_P10 * p10, p10);
    }
    if (share < 0.5) {
      return between((share - 0.1) / 0.4, p10, p50);
    }
    if (share < 0.9) {
      return between((share - 0.5) / 0.4, p50, p90);
    }
    return share < 0.99
        ? between((share - 0.9) / 0.09, p90, p99)
        : between((share - 0.99) / 0.01, p99, MOST_OF_P99 * p99);
  }

  /**
   * The time that is left of something that has lasted so long: the law given that it lasts longer.
   * Whatever has outlasted the law is about to end, within {@link #OUTLASTED_MILLIS}.
   *
   * @param share of what can still be, in {@code [0, 1)}
   */
  public long leftMillis(double share, long lastedMillis) {
    return leftMillis(this::millis, share, lastedMillis);
  }

  /** The same of any law that gives times by shares and does not fall. */
  public static long leftMillis(DoubleToLongFunction law, double share, long lastedMillis) {
    double least = 0;
    double most = 1;
    for (int halved = 0; halved < HALVINGS; halved++) {
      double middle = (least + most) / 2;
      if (law.applyAsLong(middle) <= lastedMillis) {
        least = middle;
      } else {
        most = middle;
      }
    }
    if (most >= 1) {
      return (long) (share * OUTLASTED_MILLIS);
    }
    double whole = least == 0 ? share : most + (1 - most) * share;
    return Math.max(0, law.applyAsLong(whole) - lastedMillis);
  }

  private static double between(double at, double from, double to) {
    return from * StrictMath.exp(at * StrictMath.log(to / from));
  }
}
