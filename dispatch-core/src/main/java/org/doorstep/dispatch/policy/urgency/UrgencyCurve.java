package org.doorstep.dispatch.policy.urgency;

/**
 * What arriving after so many minutes costs for one kind of incident, in weighted minutes.
 *
 * <p>A minute weighs the rate before target up to the target, the rate past target from there on,
 * and that rate times a factor that grows evenly from 1 to the ageing factor until full age; the
 * cost is the sum over all minutes since the clock start, times the weight of the place. So the
 * cost grows with each minute, and grows faster the later it is. Minutes that have already passed
 * are in it; they are the same for every unit.
 *
 * <p>Bounded: a wait beyond {@link Urgency#WAITED_MINUTES_MAX} counts as that, a drive beyond
 * {@link Urgency#DRIVE_MINUTES_MAX} as that. Takes numbers, gives a number, and makes nothing.
 * Immutable.
 */
public final class UrgencyCurve {
  private final double targetMinutes;
  private final double beforePerMinute;
  private final double pastPerMinute;
  private final double agedFactorMax;
  private final double fullAgeMinutes;
  private final double nextChanceMinutes;

  UrgencyCurve(int level, double targetMinutes, double factor, UrgencyRules rules) {
    this.targetMinutes = targetMinutes;
    beforePerMinute = factor * rules.rates().beforeTargetPerMinute().of(level);
    pastPerMinute = factor * rules.rates().pastTargetPerMinute().of(level);
    agedFactorMax = rules.ageing().factorMax().of(level);
    fullAgeMinutes = rules.ageing().fullAgeMinutes();
    nextChanceMinutes = rules.nextChanceMinutes().of(level);
  }

  /**
   * The cost of arriving after that drive.
   *
   * @param waitedMinutes since the clock start, zero or more
   * @param driveMinutes until somebody arrives, zero or more
   * @param ruralExtra of the place, as {@link RuralRules#extra} has it, 0 to 1
   * @throws IllegalArgumentException if one of them is not a number or out of range
   */
  public double arrivalCost(double waitedMinutes, double driveMinutes, double ruralExtra) {
    if (!(waitedMinutes >= 0 && driveMinutes >= 0 && ruralExtra >= 0 && ruralExtra <= 1)) {
      throw refused(waitedMinutes, driveMinutes, ruralExtra);
    }
    double minutes =
        StrictMath.min(waitedMinutes, Urgency.WAITED_MINUTES_MAX)
            + StrictMath.min(driveMinutes, Urgency.DRIVE_MINUTES_MAX);
    return (1 + ruralExtra) * until(minutes);
  }

  /**
   * The cost of sending nobody now: that of an arrival at the next chance, which the rules say for
   * the level. What is past that horizon is not looked at.
   */
  public double waitCost(double waitedMinutes, double ruralExtra) {
    return arrivalCost(waitedMinutes, nextChanceMinutes, ruralExtra);
  }

  /**
   * What another term costs beside the arrival: so many minutes of this incident before its target.
   *
   * <p>The weight of lateness and place is left out on purpose: the later a patient is, the less
   * cover, breaks and the like weigh beside the drive.
   */
  public double termCost(double minutes) {
    return minutes * beforePerMinute;
  }

  /** What one more minute weighs then, the place left aside. */
  public double perMinute(double minutesSinceStart) {
    double late = minutesSinceStart - targetMinutes;
    if (late < 0) {
      return beforePerMinute;
    }
    double age = StrictMath.min(1, late / fullAgeMinutes);
    return pastPerMinute * (1 + (agedFactorMax - 1) * age);
  }

  /** The target in minutes since the clock start. */
  public double targetMinutes() {
    return targetMinutes;
  }

  private double until(double minutes) {
    double late = minutes - targetMinutes;
    if (late <= 0) {
      return beforePerMinute * minutes;
    }
    double aged =
        late <= fullAgeMinutes ? late * late / (2 * fullAgeMinutes) : late - fullAgeMinutes / 2;
    return beforePerMinute * targetMinutes + pastPerMinute * (late + (agedFactorMax - 1) * aged);
  }

  private static IllegalArgumentException refused(double waited, double drive, double rural) {
    return new IllegalArgumentException(
        "The wait (%s) and drive (%s) in minutes must be 0 or more, the rural extra (%s) from 0 to 1."
            .formatted(waited, drive, rural));
  }
}
