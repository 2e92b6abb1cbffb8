package org.doorstep.simulator.optimise.load;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.simulator.scenario.Profile;
import org.doorstep.simulator.scenario.Scenario;

/**
 * The work that calls bring, by the hour of the week from Monday midnight.
 *
 * @param callsPerHour 168 numbers
 * @param jobHoursPerCall hours of units that a call binds on average, all its units together; calls
 *     that are treated by telephone are counted in
 */
public record WeekLoad(List<Double> callsPerHour, double jobHoursPerCall) {
  /** Hours of a week. */
  public static final int HOURS = 168;

  private static final int DAY_HOURS = 24;
  private static final double YEAR_HOURS = 8_760;

  public WeekLoad {
    callsPerHour = List.copyOf(callsPerHour);
    if (callsPerHour.size() != HOURS) {
      throw new IllegalArgumentException(
          "The calls must be of %d hours, not %d.".formatted(HOURS, callsPerHour.size()));
    }
    if (!(jobHoursPerCall > 0) || jobHoursPerCall > DAY_HOURS) {
      throw new IllegalArgumentException(
          "The job hours of a call (%s) must be more than 0 and at most %d."
              .formatted(jobHoursPerCall, DAY_HOURS));
    }
  }

  /**
   * The load of a scenario in a mean month.
   *
   * @param jobHoursPerCall as a run has measured it
   */
  public static WeekLoad of(Scenario scenario, double jobHoursPerCall) {
    Profile profile = scenario.demand().profile();
    double mean = mean(profile.hours()) * mean(profile.weekdays());
    double perHour = scenario.demand().incidentsPerYear() / YEAR_HOURS;
    List<Double> calls = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      double share =
          profile.hours().get(hour % DAY_HOURS) * profile.weekdays().get(hour / DAY_HOURS) / mean;
      calls.add(perHour * share);
    }
    return new WeekLoad(calls, jobHoursPerCall);
  }

  private static double mean(List<Double> weights) {
    return weights.stream().mapToDouble(each -> each).average().orElse(1);
  }

  /** Calls in an hour of the day, over all days of the week, per hour. */
  public double callsAtHourOfDay(int hour) {
    double sum = 0;
    for (int at = hour; at < HOURS; at += DAY_HOURS) {
      sum += callsPerHour.get(at);
    }
    return sum * DAY_HOURS / HOURS;
  }

  /** Units that are busy on average if calls of that hour of the day came for ever. */
  public double busyUnits(int hourOfDay) {
    return callsAtHourOfDay(hourOfDay) * jobHoursPerCall;
  }
}
