package org.doorstep.server.launch;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.simulator.measure.Measure;
import org.doorstep.simulator.measure.ResponseClass;
import org.doorstep.simulator.optimise.search.Objective;
import org.doorstep.simulator.optimise.search.Objective.Guard;
import picocli.CommandLine.Option;

/** What is to become less, and what must not become more for it. */
final class ObjectiveOptions {
  @Option(
      names = "--objective",
      defaultValue = "c2-mean-seconds",
      paramLabel = "MEASURE[=WEIGHT][,...]",
      description = "The sum of measures that is made less. Default: ${DEFAULT-VALUE}.")
  private String objective = "c2-mean-seconds";

  @Option(
      names = "--guard",
      defaultValue = "2",
      paramLabel = "PERCENT",
      description =
          "The mean response of no category may rise by more than that. Default: ${DEFAULT-VALUE}.")
  private double guardPercent = 2;

  /**
   * Checks that a measure is one of time.
   *
   * @throws IllegalArgumentException if it is not
   */
  static void requireSeconds(String measure) {
    for (Measure each : Measure.values()) {
      if (each.key().equals(measure) && each.kind() == Measure.Kind.SECONDS) {
        return;
      }
    }
    throw new IllegalArgumentException(
        "The measure (%s) must be one that counts seconds, as c2-mean-seconds.".formatted(measure));
  }

  Objective objective() {
    List<String> known = new ArrayList<>();
    for (Measure each : Measure.values()) {
      known.add(each.key());
    }
    List<Guard> guards = new ArrayList<>();
    for (ResponseClass each : ResponseClass.values()) {
      guards.add(new Guard(Measure.meanSeconds(each).key(), guardPercent));
    }
    return new Objective(Objective.terms(objective, known), guards);
  }
}
