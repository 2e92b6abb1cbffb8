package org.doorstep.dispatch.policy.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How much emergency work is expected in each hour, as hundredths of a usual hour's.
 *
 * @param startsAt when the first hour begins; before it the first weight holds
 * @param weights one for each hour that follows, 0 or more, at least one; after them the last holds
 */
public record EmergencyLoad(Instant startsAt, List<Integer> weights) {
  /** Up to this much, ambulances can be spared: an engineering default, needs approval. */
  public static final int LOW_MAX = 80;

  static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

  public EmergencyLoad {
    weights = List.copyOf(weights);
    if (weights.isEmpty() || weights.stream().anyMatch(weight -> weight < 0)) {
      throw new IllegalArgumentException(
          "The weights (%s) must be 0 or more, and at least one.".formatted(weights));
    }
  }

  /** The greatest weight of the hours from one moment to another. */
  int highest(long fromMillis, long untilMillis) {
    int highest = 0;
    for (int hour = hour(fromMillis); hour <= hour(untilMillis); hour++) {
      highest = StrictMath.max(highest, weights.get(hour));
    }
    return highest;
  }

  /** When the next hour begins after a moment. */
  long nextHourMillis(long moment) {
    long since = moment - startsAt.toEpochMilli();
    return startsAt.toEpochMilli() + (StrictMath.floorDiv(since, HOUR_MILLIS) + 1) * HOUR_MILLIS;
  }

  private int hour(long moment) {
    long hour = StrictMath.floorDiv(moment - startsAt.toEpochMilli(), HOUR_MILLIS);
    return (int) StrictMath.max(0, StrictMath.min(weights.size() - 1L, hour));
  }
}
