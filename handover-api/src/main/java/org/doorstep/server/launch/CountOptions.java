package org.doorstep.server.launch;

import java.util.Optional;
import org.doorstep.simulator.experiment.Enough;
import org.doorstep.simulator.statistics.Precision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many replications: a number, or as many as a precision needs. */
final class CountOptions {
  private static final int LEAST = 10;
  private static final int MOST = 200;
  private static final double PERCENT = 100;

  @Option(
      names = "--replications",
      paramLabel = "N",
      description = "How often each scenario is run. Either this or --precision.")
  private @Nullable Integer replications;

  @Option(
      names = "--precision",
      paramLabel = "PERCENT",
      description = {
        "Stop as soon as half the 95 %% interval of the measure of --of is within so much of its mean,",
        "in every scenario, and that of each difference to the base within so much of the base's mean."
      })
  private @Nullable Double precision;

  @Option(
      names = "--of",
      paramLabel = "MEASURE",
      description = "With --precision: the measure, as in summary.csv; such as c2-mean-seconds.")
  private @Nullable String measure;

  @Option(
      names = "--least",
      paramLabel = "N",
      description = "With --precision: replications before anything is believed. Default: 10.")
  private @Nullable Integer least;

  @Option(
      names = "--most",
      paramLabel = "M",
      description = "With --precision: replications whatever is seen. Default: 200.")
  private @Nullable Integer most;

  /**
   * Looks at what was given together.
   *
   * @throws IllegalArgumentException naming what does not go together
   */
  void check() {
    if ((replications == null) == (precision == null)) {
      throw new IllegalArgumentException(
          "One of the options (--replications) and (--precision) must be given, and not both.");
    }
    if (precision == null && (measure != null || least != null || most != null)) {
      throw new IllegalArgumentException(
          "The options (--of, --least, --most) go with (--precision).");
    }
    if (precision != null && measure == null) {
      throw new IllegalArgumentException(
          "The option (--precision) needs (--of), the measure that is to be precise.");
    }
    var unused = enough();
  }

  /** How many there are at the most. */
  int most() {
    return replications != null
        ? replications
        : enough().map(e -> e.precision().most()).orElse(MOST);
  }

  /** When to stop earlier. */
  Optional<Enough> enough() {
    Double percent = precision;
    String of = measure;
    if (percent == null || of == null) {
      return Optional.empty();
    }
    if (!(percent > 0 && percent <= PERCENT)) {
      throw new IllegalArgumentException(
          "The precision (%s) must be more than 0 and at most 100 per cent.".formatted(percent));
    }
    return Optional.of(
        new Enough(
            of,
            new Precision(
                percent / PERCENT, least == null ? LEAST : least, most == null ? MOST : most)));
  }
}
