package org.doorstep.dispatch.policy.urgency;

/**
 * Work is shared: a crew that was busier this shift than the fleet is spared a little. Level 1
 * ignores it.
 *
 * @param perShareMinutes minutes of the incident for a crew that was busy all the time in a fleet
 *     that was never, 0 to 20
 * @param costMinutesMax at most, 0 to 5
 */
public record FairnessRules(double perShareMinutes, double costMinutesMax) {
  private static final double PER_SHARE_MAX = 20;

  public FairnessRules {
    Ranges.within("cost in minutes of being busier", perShareMinutes, 0, PER_SHARE_MAX);
    Ranges.within(
        "largest cost of fairness in minutes", costMinutesMax, 0, FatigueRules.SMALL_MINUTES_MAX);
  }

  /**
   * The cost in minutes of the incident; zero for a crew that was less busy.
   *
   * @param busyShare of the shift so far that the crew was on jobs, 0 to 1
   * @param fleetBusyShare the mean of the fleet, 0 to 1
   */
  public double costMinutes(int level, double busyShare, double fleetBusyShare) {
    double minutes = perShareMinutes * StrictMath.max(0, busyShare - fleetBusyShare);
    return level == Ranges.LEVEL_MOST_URGENT ? 0 : StrictMath.min(costMinutesMax, minutes);
  }
}
