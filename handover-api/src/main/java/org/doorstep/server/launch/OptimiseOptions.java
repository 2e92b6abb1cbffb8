package org.doorstep.server.launch;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every kind of optimisation is told. */
final class OptimiseOptions {
  @Option(
      names = "--scenario",
      required = true,
      paramLabel = "NAME_OR_FILE",
      description = "A scenario that ships with Doorstep, or a file.")
  private String scenario = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "A folder that is new, empty, or of an earlier experiment, which goes.")
  private @Nullable Path out;

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

  @Option(
      names = "--map",
      paramLabel = "DIR",
      description =
          "A folder that import-map has made. Default: the synthetic roads of West Kent, kept in doorstep-simulator.")
  private @Nullable Path map;

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

  Path out() {
    return Given.required(out, "--out");
  }

  long seed() {
    return seed;
  }

  int workers() {
    return workers == null ? Runtime.getRuntime().availableProcessors() : workers;
  }

  Optional<Path> map() {
    return Optional.ofNullable(map);
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
