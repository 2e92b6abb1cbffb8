package org.doorstep.dispatch.policy.urgency;

/**
 * What a minute of response costs.
 *
 * @param beforeTargetPerMinute weighted minutes for each minute up to the target, 0.01 to 1,000; a
 *     more urgent level never has less
 * @param pastTargetPerMinute weighted minutes for each minute past the target, before any ageing,
 *     0.01 to 1,000; a more urgent level never has less, and no level has less than before its
 *     target
 */
public record LevelRates(ByLevel beforeTargetPerMinute, ByLevel pastTargetPerMinute) {
  private static final double RATE_MIN = 0.01;
  private static final double RATE_MAX = 1_000;

  public LevelRates {
    beforeTargetPerMinute.requireWithin("rate before target", RATE_MIN, RATE_MAX);
    beforeTargetPerMinute.requireFalling("rate before target");
    pastTargetPerMinute.requireWithin("rate past target", RATE_MIN, RATE_MAX);
    pastTargetPerMinute.requireFalling("rate past target");
    for (int level = 1; level <= Ranges.LEVEL_LEAST_URGENT; level++) {
      double before = beforeTargetPerMinute.of(level);
      double past = pastTargetPerMinute.of(level);
      if (past < before) {
        throw new IllegalArgumentException(
            "The rate past target of level %d (%s) must not be below its rate before target (%s)."
                .formatted(level, past, before));
      }
    }
  }
}
