package org.doorstep.dispatch.policy.urgency;

/**
 * Crews get home: close to the end of a shift a crew gets no job of low urgency unless nobody else
 * is there.
 *
 * @param fromLevel the most urgent level that counts as low, 2 to 5
 * @param nearMinutes how close, 0 to 180
 * @param costMinutes what sending it all the same costs, in minutes of the incident, 0 to 240; less
 *     than the next chance of those levels, so that it is sent where nobody else is
 */
public record ShiftEndRules(int fromLevel, double nearMinutes, double costMinutes) {
  private static final double NEAR_MAX = 180;

  public ShiftEndRules {
    Ranges.within("most urgent level that spares a crew", fromLevel, 2, Ranges.LEVEL_LEAST_URGENT);
    Ranges.within("minutes before the end of a shift", nearMinutes, 0, NEAR_MAX);
    Ranges.within("cost of a late job in minutes", costMinutes, 0, Urgency.DRIVE_MINUTES_MAX);
  }

  /**
   * The cost in minutes of the incident.
   *
   * @param toEndMinutes until the shift ends; negative once it should have
   */
  public double costMinutes(int level, double toEndMinutes) {
    return level >= fromLevel && toEndMinutes < nearMinutes ? costMinutes : 0;
  }
}
