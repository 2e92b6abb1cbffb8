package org.doorstep.dispatch.policy.cover;

/**
 * What a response to one call costs, in late calls: one that is reached after its target costs its
 * weight, and every minute of response a little. Categories differ in target and weights; costs of
 * several calls may be added.
 *
 * @param cameAtMillis when the call came, on the caller's clock
 * @param targetMillis the response that is still in time, more than 0
 * @param lateWeight what being late costs, zero or more; 1 where all calls are of one kind
 * @param minuteWeight what each minute of response costs, more than 0; much less than {@code
 *     lateWeight}
 */
public record CallTerms(
    long cameAtMillis, int targetMillis, double lateWeight, double minuteWeight) {
  private static final double MILLIS_PER_MINUTE = 60_000;

  public CallTerms {
    if (targetMillis <= 0) {
      throw new IllegalArgumentException(
          "The target (%d ms) of a call must be more than 0.".formatted(targetMillis));
    }
    if (!(lateWeight >= 0 && lateWeight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The weight (%s) of being late must be finite and zero or more.".formatted(lateWeight));
    }
    if (!(minuteWeight > 0 && minuteWeight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The weight (%s) of a minute must be finite and more than 0.".formatted(minuteWeight));
    }
  }

  /** Whether a unit that arrives then is late. */
  public boolean isLate(long arrivesAtMillis) {
    return arrivesAtMillis - cameAtMillis > targetMillis;
  }

  /** What an arrival at that time costs, in late calls. */
  public double cost(long arrivesAtMillis) {
    long response = arrivesAtMillis - cameAtMillis;
    return (response > targetMillis ? lateWeight : 0) + minuteWeight * response / MILLIS_PER_MINUTE;
  }
}
