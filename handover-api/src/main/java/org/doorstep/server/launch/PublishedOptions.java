package org.doorstep.server.launch;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
import org.doorstep.simulator.measure.AmbsysTable;
import org.doorstep.simulator.measure.Comparison;
import org.doorstep.simulator.measure.Figures;
import org.doorstep.simulator.measure.Measure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With which published figures the first scenario is compared, if with any. */
final class PublishedOptions {
  private static final int APRIL = 4;

  @Option(
      names = "--ambsys",
      paramLabel = "FILE",
      description = "The published time series (AmbSYS, CSV) to put the first scenario beside.")
  private @Nullable Path file;

  @Option(
      names = "--organisation",
      defaultValue = "RYD",
      paramLabel = "CODE",
      description = "Whose rows. Default: ${DEFAULT-VALUE}, South East Coast.")
  private String organisation = "RYD";

  @Option(
      names = "--year",
      defaultValue = "2024",
      paramLabel = "YEAR",
      description = "The year from April. Default: ${DEFAULT-VALUE}.")
  private int year = 2024;

  @Option(
      names = "--scale",
      paramLabel = "SHARE",
      description =
          "How much of the published volume is expected: share of the people times share of the time. Default: so that the incidents agree.")
  private @Nullable Double scale;

  /** The published figures of that year; empty where no file is given. */
  Optional<Figures> read() {
    Path given = file;
    YearMonth first = YearMonth.of(year, APRIL);
    return given == null
        ? Optional.empty()
        : Optional.of(AmbsysTable.read(given).sum(organisation, first, first.plusMonths(11)));
  }

  Comparison compare(Figures ours, Figures published) {
    Double given = scale;
    return Comparison.of(
        ours,
        published,
        given == null ? ours.of(Measure.INCIDENTS) / published.of(Measure.INCIDENTS) : given);
  }
}
