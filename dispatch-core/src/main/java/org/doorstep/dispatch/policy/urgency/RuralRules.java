package org.doorstep.dispatch.policy.urgency;

/**
 * Equity for remote places: each minute there weighs more, or the nearest unit would always go to
 * the town.
 *
 * @param fromBaseDriveMinutes up to this drive from the nearest base nothing is added, 0 to 120
 * @param extraPerMinute what each minute of drive beyond adds to the factor 1, 0 to 0.1
 * @param extraMax what is added at most, 0 to 1
 */
public record RuralRules(double fromBaseDriveMinutes, double extraPerMinute, double extraMax) {
  private static final double FROM_MAX = 120;
  private static final double PER_MINUTE_MAX = 0.1;

  public RuralRules {
    Ranges.within(
        "drive in minutes from which a place is rural", fromBaseDriveMinutes, 0, FROM_MAX);
    Ranges.within("rural extra for each minute", extraPerMinute, 0, PER_MINUTE_MAX);
    Ranges.within("largest rural extra", extraMax, 0, 1);
  }

  /**
   * What is added to the factor 1 at a place.
   *
   * @param baseDriveMinutes the drive from its nearest base, zero or more
   * @return 0 to {@code extraMax}
   */
  public double extra(double baseDriveMinutes) {
    double beyondMinutes = StrictMath.max(0, baseDriveMinutes - fromBaseDriveMinutes);
    return StrictMath.min(extraMax, extraPerMinute * beyondMinutes);
  }
}
