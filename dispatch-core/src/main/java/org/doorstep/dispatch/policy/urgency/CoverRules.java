package org.doorstep.dispatch.policy.urgency;

/**
 * What the next patient is worth: sending a unit leaves part of the expected demand uncovered.
 *
 * @param minutesPerShare minutes of the incident for all demand left uncovered (a share of 1), 0 to
 *     2,000; 0 for level 1, and never more for a more urgent level
 * @param costMinutesMax what the cost comes near to and never reaches, however much is uncovered, 0
 *     to 240: the last unit of a small town is not kept from a patient at its door, and of two
 *     units the one that leaves less uncovered still costs less
 */
public record CoverRules(ByLevel minutesPerShare, double costMinutesMax) {
  private static final double PER_SHARE_MAX = 2_000;

  public CoverRules {
    minutesPerShare.requireWithin("weight of cover in minutes", 0, PER_SHARE_MAX);
    minutesPerShare.requireNoneForLevel1("weight of cover in minutes");
    minutesPerShare.requireRising("weight of cover in minutes");
    Ranges.within("largest cost of cover in minutes", costMinutesMax, 0, Urgency.DRIVE_MINUTES_MAX);
  }

  /**
   * The cost in minutes of the incident.
   *
   * @param uncoveredShare how much more of the expected demand is uncovered without the unit; less
   *     than zero counts as nothing
   */
  public double costMinutes(int level, double uncoveredShare) {
    double minutes = minutesPerShare.of(level) * StrictMath.max(0, uncoveredShare);
    double together = costMinutesMax + minutes;
    return together > 0 ? costMinutesMax * minutes / together : 0;
  }
}
