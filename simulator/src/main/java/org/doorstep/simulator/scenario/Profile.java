package org.doorstep.simulator.scenario;

import java.util.List;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** How calls spread over the clock and the calendar; only the proportions count. */
@Meaning("How calls spread over the clock and the calendar; only the proportions count.")
public record Profile(
    @Meaning("By hour of the day, 24 from midnight.") @Bounds(least = 0, most = 1_000)
        List<Double> hours,
    @Meaning("By day of the week, 7 from Monday.") @Bounds(least = 0, most = 1_000)
        List<Double> weekdays,
    @Meaning("By month, 12 from January.") @Bounds(least = 0, most = 1_000) List<Double> months) {
  public Profile {
    hours = List.copyOf(hours);
    weekdays = List.copyOf(weekdays);
    months = List.copyOf(months);
    check("hours", hours, 24);
    check("weekdays", weekdays, 7);
    check("months", months, 12);
  }

  static void check(String what, List<Double> weights, int count) {
    double sum = weights.stream().mapToDouble(each -> each).sum();
    if (weights.size() != count || !(sum > 0)) {
      throw new IllegalArgumentException(
          "The %s must be %d numbers, not all zero; there are %d."
              .formatted(what, count, weights.size()));
    }
  }
}
