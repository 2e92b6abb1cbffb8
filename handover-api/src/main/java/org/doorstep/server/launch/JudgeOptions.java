package org.doorstep.server.launch;

import java.util.Optional;
import org.doorstep.simulator.experiment.Experiment;
import org.doorstep.simulator.experiment.ScenarioRunner.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How what was found is judged. */
final class JudgeOptions {
  @Option(
      names = "--replications",
      defaultValue = "10",
      paramLabel = "N",
      description = {
        "How often what was found is run beside what is there, on seeds that the search never saw.",
        "Default: ${DEFAULT-VALUE}."
      })
  private int replications = 10;

  @Option(
      names = "--days",
      paramLabel = "D",
      description = "How many days are measured then. Default: what the scenario says.")
  private @Nullable Integer days;

  /** Checks what is given before anything is run that takes long. */
  void check() {
    var unused = new Experiment.Order(replications, 0, 1, "");
    var unusedToo = new Settings(days(), Optional.empty(), Optional.empty());
  }

  int replications() {
    return replications;
  }

  Optional<Integer> days() {
    return Optional.ofNullable(days);
  }
}
