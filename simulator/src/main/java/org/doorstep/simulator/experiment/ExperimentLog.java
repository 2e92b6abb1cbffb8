package org.doorstep.simulator.experiment;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * What happened to an experiment and when, a line as each thing happens, so that after a crash or a
 * lost worker anybody can see how far it came. The only file that says when, hence the only one
 * whose bytes differ between two runs of the same experiment. May be used by several threads.
 */
final class ExperimentLog {
  private static final String FILE = "log.txt";

  private final ExperimentFolder folder;
  private final InstantSource clock;

  /** The log of an experiment whose folder is open. */
  ExperimentLog(ExperimentFolder folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Adds a line.
   *
   * @param words without a full stop; only the first line of them is kept
   */
  synchronized void say(String words) {
    folder.append(
        FILE,
        "%s %s\n"
            .formatted(
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                words.lines().findFirst().orElse("")));
  }
}
