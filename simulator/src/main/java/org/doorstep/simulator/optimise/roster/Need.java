package org.doorstep.simulator.optimise.roster;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.simulator.optimise.load.WeekLoad;

/**
 * How many units are needed when, by the half hour of the week, so that a rule holds.
 *
 * <p>Each half hour is taken as if its load lasted, which is the load that came a mean service time
 * before (stationary, independent, period by period, lagged [1]): units are busiest after calls are
 * most.
 *
 * <p>[1] Green, Kolesar, Soares: Improving the SIPP Approach for Staffing Service Systems That Have
 * Cyclic Demands. Operations Research 49 (2001).
 *
 * @param lagHours by how much the load is late, 0 to 24
 */
public record Need(Rule rule, double lagHours, double serviceHours) {
  /** Half hours of a week. */
  public static final int PERIODS = 336;

  private static final int UNITS_MAX = 2_000;
  private static final double DAY_HOURS = 24;

  public Need {
    if (!(lagHours >= 0 && lagHours <= DAY_HOURS)) {
      throw new IllegalArgumentException(
          "The lag (%s h) must be from 0 to 24 hours.".formatted(lagHours));
    }
    if (!(serviceHours > 0 && serviceHours <= DAY_HOURS)) {
      throw new IllegalArgumentException(
          "The service time (%s h) must be more than 0, at most 24 hours.".formatted(serviceHours));
    }
  }

  /** When units are enough. */
  public sealed interface Rule {
    /** Whether so many units are enough for a load. */
    boolean isKept(int units, double load, double serviceHours);

    /** The same rule, stricter below 1 and looser above it. */
    Rule scaled(double factor);
  }

  /**
   * No more than a share of units is busy on average.
   *
   * @param most more than 0
   */
  public record Utilisation(double most) implements Rule {
    public Utilisation {
      if (!(most > 0)) {
        throw new IllegalArgumentException(
            "The utilisation (%s) must be more than 0.".formatted(most));
      }
    }

    @Override
    public boolean isKept(int units, double load, double serviceHours) {
      return load <= units * most;
    }

    @Override
    public Rule scaled(double factor) {
      return new Utilisation(most * factor);
    }
  }

  /**
   * No more than a share of calls waits longer than a time for a free unit.
   *
   * @param share more than 0
   */
  public record Waiting(double share, double minutes) implements Rule {
    private static final double HOUR_MINUTES = 60;

    public Waiting {
      if (!(share > 0) || !(minutes >= 0)) {
        throw new IllegalArgumentException(
            "The share (%s) must be more than 0, and the minutes (%s) 0 or more."
                .formatted(share, minutes));
      }
    }

    @Override
    public boolean isKept(int units, double load, double serviceHours) {
      return ErlangC.waitsLonger(units, load, minutes / HOUR_MINUTES, serviceHours) <= share;
    }

    @Override
    public Rule scaled(double factor) {
      return new Waiting(share * factor, minutes);
    }
  }

  /** Units by the half hour from Monday midnight. */
  public List<Integer> units(WeekLoad load) {
    List<Integer> needed = new ArrayList<>();
    for (int period = 0; period < PERIODS; period++) {
      double busy = load(load, period);
      int units = 0;
      while (!rule.isKept(units, busy, serviceHours)) {
        if (units == UNITS_MAX) {
          throw new IllegalArgumentException(
              "The rule %s needs more than %d units.".formatted(rule, UNITS_MAX));
        }
        units++;
      }
      needed.add(units);
    }
    return List.copyOf(needed);
  }

  /** Units that are busy on average in a half hour; between hours calls change evenly. */
  public double load(WeekLoad load, int period) {
    double at = (period + 0.5) / 2 - lagHours - 0.5;
    double wrapped = ((at % WeekLoad.HOURS) + WeekLoad.HOURS) % WeekLoad.HOURS;
    int hour = (int) wrapped;
    double part = wrapped - hour;
    double calls =
        (1 - part) * load.callsPerHour().get(hour)
            + part * load.callsPerHour().get((hour + 1) % WeekLoad.HOURS);
    return calls * load.jobHoursPerCall();
  }
}
