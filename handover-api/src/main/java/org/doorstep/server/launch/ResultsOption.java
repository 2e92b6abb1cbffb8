package org.doorstep.server.launch;

import java.nio.file.Path;
import org.doorstep.simulator.experiment.ExperimentFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where what comes of a command is kept. */
final class ResultsOption {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "A folder that is new, empty, or of an earlier experiment, which goes.")
  private @Nullable Path out;

  Path path() {
    return Given.required(out, "--out");
  }

  ExperimentFolder folder() {
    return new ExperimentFolder(path());
  }
}
