package org.doorstep.simulator.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.simulator.experiment.MeasureWords;
import org.doorstep.simulator.experiment.Measured;
import org.doorstep.simulator.measure.Measure;
import org.doorstep.simulator.measure.PlanMeasure;

/** The values of one measure in several runs. */
final class Values {
  static final String C2_MEAN = Measure.C2_MEAN_SECONDS.key();

  private static final double YEAR_DAYS = 365;

  private Values() {}

  /** In the order of the runs, of those that have one. */
  static List<Double> of(List<Measured> runs, String measure) {
    List<Double> values = new ArrayList<>();
    for (Measured run : runs) {
      Double value = run.values().get(measure);
      if (value != null) {
        values.add(value);
      }
    }
    return List.copyOf(values);
  }

  /** Counts, hours, kilometres and pounds of so many days brought to a year of 365. */
  static Measured yearly(Measured run, int days) {
    Map<String, Double> values = new LinkedHashMap<>();
    run.values()
        .forEach(
            (measure, value) ->
                values.put(measure, isSummed(measure) ? value * YEAR_DAYS / days : value));
    return new Measured(values, run.curves(), run.groups());
  }

  private static boolean isSummed(String measure) {
    boolean each = measure.equals(PlanMeasure.COST_EACH_POUNDS.key());
    return !each
        && switch (MeasureWords.kind(measure)) {
          case "count", "hours", "kilometers", "pounds" -> true;
          default -> measure.endsWith("-total-seconds");
        };
  }
}
