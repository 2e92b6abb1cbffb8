package org.doorstep.simulator.experiment;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorstep.simulator.experiment.Summary.Mean;

/**
 * How far an experiment has come.
 *
 * @param done runs that have ended, failed ones included
 * @param total runs that were wanted; the most, where it may stop earlier
 * @param left how long the rest will take if it goes on like this; empty until one has ended, and
 *     where it may stop earlier
 * @param stopping whether only what is in hand is still run
 * @param means of what planners look at first, over what has ended; they have no say in anything
 */
public record Progress(
    int done,
    int total,
    int failed,
    Duration elapsed,
    Optional<Duration> left,
    boolean stopping,
    List<Mean> means) {

  public Progress {
    means = List.copyOf(means);
  }

  static Progress of(int done, int total, int failed, Duration elapsed, boolean stopping) {
    Optional<Duration> left =
        done == 0
            ? Optional.empty()
            : Optional.of(elapsed.multipliedBy(total - done).dividedBy(done));
    return new Progress(done, total, failed, elapsed, left, stopping, List.of());
  }

  /** The same where nobody can say when it will stop. */
  Progress ofOpenEnd() {
    return new Progress(done, total, failed, elapsed, Optional.empty(), stopping, means);
  }

  /** The same with what has been measured so far. */
  Progress showing(List<Mean> shown) {
    return new Progress(done, total, failed, elapsed, left, stopping, shown);
  }

  /** For people, in one line. */
  @Override
  public String toString() {
    String failures = failed == 0 ? "" : ", %d failed".formatted(failed);
    String rest =
        stopping
            ? ", stopping: what is in hand is finished"
            : left.map(time -> ", " + words(time) + " left").orElse("");
    return "%d of %d runs%s, %s%s".formatted(done, total, failures, words(elapsed), rest);
  }

  private static String words(Duration time) {
    return time.toHours() > 0
        ? String.format(Locale.ROOT, "%d h %02d min", time.toHours(), time.toMinutesPart())
        : String.format(Locale.ROOT, "%d:%02d min", time.toMinutes(), time.toSecondsPart());
  }
}
