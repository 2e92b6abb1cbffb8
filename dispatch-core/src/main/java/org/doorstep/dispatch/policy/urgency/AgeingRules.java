package org.doorstep.dispatch.policy.urgency;

/**
 * How the weight of an incident grows while it waits past its target, so that low categories are
 * not starved by a stream of higher ones.
 *
 * @param factorMax by how much the rate past target is multiplied in the end, 1 to 10
 * @param fullAgeMinutes how long past its target that is reached, 10 to 1,440; it grows evenly
 */
public record AgeingRules(ByLevel factorMax, double fullAgeMinutes) {
  private static final double FACTOR_MAX = 10;
  private static final double FULL_AGE_MIN = 10;
  private static final double FULL_AGE_MAX = 1_440;

  public AgeingRules {
    factorMax.requireWithin("ageing factor", 1, FACTOR_MAX);
    Ranges.within("time until full age in minutes", fullAgeMinutes, FULL_AGE_MIN, FULL_AGE_MAX);
  }
}
