package org.doorstep.server.launch;

import picocli.CommandLine.Option;

/** What is to hold. */
final class TargetOptions {
  private static final double MINUTE_SECONDS = 60;

  @Option(
      names = "--measure",
      defaultValue = "c2-mean-seconds",
      description = "Default: ${DEFAULT-VALUE}.")
  private String measure = "c2-mean-seconds";

  @Option(
      names = "--target-minutes",
      defaultValue = "18",
      paramLabel = "M",
      description = "Of the measure, which must count seconds. Default: ${DEFAULT-VALUE}.")
  private double minutes = 18;

  /**
   * Checks what is given before anything is run that takes long.
   *
   * @throws IllegalArgumentException if the measure counts something else than seconds
   */
  void check() {
    ObjectiveOptions.requireSeconds(measure);
  }

  String measure() {
    return measure;
  }

  double seconds() {
    return minutes * MINUTE_SECONDS;
  }

  /** What is to be shown on calls that a search never saw. */
  Judgement.Claim claim() {
    return Judgement.Claim.keeps(measure, seconds());
  }
}
