package org.doorstep.server.launch;

import java.nio.file.Path;
import java.util.Optional;
import org.doorstep.simulator.experiment.ExperimentFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every kind of optimisation is told. */
final class OptimiseOptions {
  @Option(
      names = "--scenario",
      required = true,
      paramLabel = "NAME_OR_FILE",
      description = "A scenario that ships with Doorstep, or a file.")
  private String scenario = "";

  @Mixin private ResultsOption out = new ResultsOption();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of all chance; the same seed gives the same results. Default: 1.")
  private long seed = 1;

  @Option(
      names = "--workers",
      paramLabel = "W",
      description = "Threads; results do not depend on it. Default: one for each core.")
  private @Nullable Integer workers;

  @Mixin private RoadsOption roads = new RoadsOption();

  @Option(
      names = "--search-days",
      defaultValue = "14",
      paramLabel = "D",
      description = "Days measured in each training run. Default: ${DEFAULT-VALUE}.")
  private int searchDays = 14;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  String scenario() {
    return scenario.strip();
  }

  ExperimentFolder folder() {
    return out.folder();
  }

  long seed() {
    return seed;
  }

  int workers() {
    return workers == null ? Runtime.getRuntime().availableProcessors() : workers;
  }

  Optional<Path> map() {
    return roads.map();
  }

  int searchDays() {
    return searchDays;
  }

  boolean json() {
    return json;
  }

  void tell(String words) {
    if (!json) {
      System.out.println(words);
    }
  }
}
