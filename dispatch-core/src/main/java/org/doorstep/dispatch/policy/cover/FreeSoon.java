package org.doorstep.dispatch.policy.cover;

/**
 * How likely a stage of a job ends within a time, given how long it has lasted. Immutable.
 *
 * <p>A table of survival: S(m) is the share of such stages that last longer than m minutes, for m =
 * 0, 1, 2 ... Between whole minutes it is read on the straight line; behind the last it is zero.
 * From durations that were seen or from a law, the table is the same.
 */
public final class FreeSoon {
  private final double[] survival;

  private FreeSoon(double[] survival) {
    this.survival = survival;
  }

  /**
   * A law by its survival at whole minutes.
   *
   * @param survivalByMinute begins with 1 at minute 0, never rises, each from 0 to 1
   */
  public static FreeSoon ofSurvival(double[] survivalByMinute) {
    double before = 1;
    for (int minute = 0; minute < survivalByMinute.length; minute++) {
      double share = survivalByMinute[minute];
      if (!(share >= 0 && share <= before)) {
        throw new IllegalArgumentException(
            "The survival (%s) at minute (%d) must be from 0 to that of the minute before (%s)."
                .formatted(share, minute, before));
      }
      before = share;
    }
    if (survivalByMinute.length == 0 || survivalByMinute[0] != 1) {
      throw new IllegalArgumentException("The survival at minute 0 must be 1.");
    }
    return new FreeSoon(survivalByMinute.clone());
  }

  /**
   * A law by durations that were seen.
   *
   * @param minutes one at least; each zero or more, in any order
   */
  public static FreeSoon ofDurations(double[] minutes) {
    double longest = 0;
    for (double each : minutes) {
      if (!(each >= 0 && each < MINUTES_MAX)) {
        throw new IllegalArgumentException(
            "The duration (%s minutes) must be from 0 to %s.".formatted(each, MINUTES_MAX));
      }
      longest = Math.max(longest, each);
    }
    double[] survival = new double[(int) longest + 2];
    for (int minute = 0; minute < survival.length; minute++) {
      int longer = 0;
      for (double each : minutes) {
        longer += each > minute ? 1 : 0;
      }
      survival[minute] = minute == 0 ? 1 : (double) longer / minutes.length;
    }
    return ofSurvival(survival);
  }

  /** No stage of a job lasts longer. */
  public static final double MINUTES_MAX = 10_000;

  /**
   * The probability, from 0 to 1, that a stage ends within a time.
   *
   * @param elapsedMinutes how long it has lasted; below zero: it begins only after so long
   * @param aheadMinutes how far one looks ahead, zero or more
   */
  public double within(double elapsedMinutes, double aheadMinutes) {
    double end = elapsedMinutes + aheadMinutes;
    if (end <= 0) {
      return 0;
    }
    double now = survival(Math.max(0, elapsedMinutes));
    // A stage that has outlived the table can end at any moment.
    return now <= 0 ? 1 : 1 - survival(end) / now;
  }

  /** How long such a stage lasts on average, in minutes. */
  public double meanMinutes() {
    double sum = 0;
    for (int minute = 0; minute < survival.length; minute++) {
      double next = minute + 1 < survival.length ? survival[minute + 1] : 0;
      sum += (survival[minute] + next) / 2;
    }
    return sum;
  }

  private double survival(double minutes) {
    int below = (int) Math.min(minutes, survival.length);
    if (below >= survival.length) {
      return 0;
    }
    double above = below + 1 < survival.length ? survival[below + 1] : 0;
    return survival[below] + (minutes - below) * (above - survival[below]);
  }
}
