package org.doorstep.server.launch;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.doorstep.simulator.file.Source;
import org.doorstep.simulator.start.StartFile;
import org.doorstep.simulator.start.WhatIf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** From what worlds begin, where they begin from a live area. */
final class StartOptions {
  private static final int HOURS = 12;

  @Option(
      names = "--start",
      paramLabel = "FILE",
      description =
          "Begin from the state of a live area; scenarios give rules and demand, and no warm-up.")
  private @Nullable Path file;

  @Option(
      names = "--hours",
      paramLabel = "H",
      description = "How many hours are measured from the start, 1 to 72. Default: 12.")
  private @Nullable Integer hours;

  private Optional<WhatIf> read = Optional.empty();

  /** Refuses what does not go together. */
  void check(boolean daysGiven) {
    if (file == null && hours != null) {
      throw new IllegalArgumentException("The option (--hours) needs the option (--start).");
    }
    if (file != null && daysGiven) {
      throw new IllegalArgumentException(
          "Only one of the options (--start, --days) can be given; a start is measured for --hours.");
    }
    var unused = read();
  }

  /** The start that is given; the file is read once. */
  Optional<WhatIf> read() {
    if (file != null && read.isEmpty()) {
      int many = Optional.ofNullable(hours).orElse(HOURS);
      WhatIf.checkHours(many);
      Source source = Source.of(file);
      read =
          Optional.of(
              new WhatIf(
                  StartFile.read(source.name(), source.text(), InstantSource.system().instant()),
                  many));
    }
    return read;
  }
}
