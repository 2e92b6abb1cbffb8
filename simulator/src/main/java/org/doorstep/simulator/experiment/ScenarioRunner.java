package org.doorstep.simulator.experiment;

import java.nio.file.Path;
import java.util.Optional;
import org.doorstep.simulator.start.WhatIf;

/** Makes scenarios ready to be run: the one thing that experiments need of a simulated world. */
public interface ScenarioRunner {
  /**
   * Finds, reads and checks a scenario; nothing is run.
   *
   * @param nameOrFile a scenario that ships with the product, or a path
   * @throws org.doorstep.simulator.file.FileFault if it cannot be used
   */
  Plan plan(String nameOrFile, Settings settings);

  /**
   * What the command line has to say about every scenario.
   *
   * @param days how long to measure, 1 to {@link #DAYS_MAX}; empty: what the scenario says
   * @param map a folder that import-map has made; empty: the map that the scenario comes with
   * @param logs where the log of each replication goes; empty: nowhere
   * @param start what worlds begin from and for how long they are measured; empty: the scenario's
   *     own span
   */
  record Settings(
      Optional<Integer> days, Optional<Path> map, Optional<LogFiles> logs, Optional<WhatIf> start) {
    /** Ten years. */
    public static final int DAYS_MAX = 3_660;

    /** Settings of worlds that begin from nothing. */
    public Settings(Optional<Integer> days, Optional<Path> map, Optional<LogFiles> logs) {
      this(days, map, logs, Optional.empty());
    }

    public Settings {
      if (days.isPresent() && (days.get() < 1 || days.get() > DAYS_MAX)) {
        throw new IllegalArgumentException(
            "The days (%d) must be from 1 to %d.".formatted(days.get(), DAYS_MAX));
      }
    }
  }
}
