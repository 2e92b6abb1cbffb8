package org.doorstep.server.launch;

import java.util.Optional;
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

  int replications() {
    return replications;
  }

  Optional<Integer> days() {
    return Optional.ofNullable(days);
  }
}
