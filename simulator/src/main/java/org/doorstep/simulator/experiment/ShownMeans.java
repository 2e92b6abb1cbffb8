package org.doorstep.simulator.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.simulator.experiment.Summary.Mean;
import org.doorstep.simulator.statistics.Interval;
import org.doorstep.simulator.statistics.Moments;

/**
 * What a planner wants to see while an experiment runs, over the runs that have ended so far in any
 * order. The tables are made of the results, not of this.
 */
final class ShownMeans {
  private static final List<String> SHOWN =
      List.of(
          "c1-mean-seconds", "c1-p90-seconds", "c2-mean-seconds", "c2-p90-seconds", "utilisation");

  private final Map<String, Map<String, Moments>> moments = new LinkedHashMap<>();

  ShownMeans(List<Plan> plans) {
    plans.forEach(plan -> moments.put(plan.name(), new LinkedHashMap<>()));
  }

  void add(Run run) {
    Map<String, Double> values = run.measured().map(Measured::values).orElse(Map.of());
    Map<String, Moments> own =
        moments.computeIfAbsent(run.scenario(), key -> new LinkedHashMap<>());
    for (String measure : SHOWN) {
      Double value = values.get(measure);
      if (value != null) {
        own.computeIfAbsent(measure, key -> new Moments()).add(value);
      }
    }
  }

  /** Scenario by scenario. */
  List<Mean> means() {
    List<Mean> means = new ArrayList<>();
    moments.forEach(
        (scenario, own) ->
            own.forEach(
                (measure, each) ->
                    means.add(
                        new Mean(
                            scenario,
                            measure,
                            Interval.of(each, Interval.CONFIDENCE),
                            each.standardDeviation()))));
    return List.copyOf(means);
  }
}
