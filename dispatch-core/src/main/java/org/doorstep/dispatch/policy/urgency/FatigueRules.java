package org.doorstep.dispatch.policy.urgency;

/**
 * Between units that are about as near, the fresher crew goes. Level 1 ignores it.
 *
 * @param perHourMinutes minutes of the incident for each hour on shift, 0 to 1
 * @param perJobMinutes minutes of the incident for each job done, 0 to 1
 * @param costMinutesMax both together at most, 0 to 5: it only breaks near ties
 */
public record FatigueRules(double perHourMinutes, double perJobMinutes, double costMinutesMax) {
  static final double SMALL_MINUTES_MAX = 5;

  public FatigueRules {
    Ranges.within("cost in minutes for each hour on shift", perHourMinutes, 0, 1);
    Ranges.within("cost in minutes for each job done", perJobMinutes, 0, 1);
    Ranges.within("largest cost of fatigue in minutes", costMinutesMax, 0, SMALL_MINUTES_MAX);
  }

  /** The cost in minutes of the incident. */
  public double costMinutes(int level, double hoursOnShift, int jobsDone) {
    double minutes = perHourMinutes * hoursOnShift + perJobMinutes * jobsDone;
    return level == Ranges.LEVEL_MOST_URGENT ? 0 : StrictMath.min(costMinutesMax, minutes);
  }
}
