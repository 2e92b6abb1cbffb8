package org.doorstep.server.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.simulator.experiment.Progress;
import org.doorstep.simulator.experiment.Summary.Mean;

/**
 * Says how far an experiment has come to a program that has started it: one JSON object a line, not
 * many more than two a second. One thread.
 */
final class ProgressJson {
  private static final Duration PAUSE = Duration.ofMillis(450);

  private final PrintStream to;
  private final InstantSource clock;
  private final Instant begin;
  private Instant said = Instant.EPOCH;
  private Line last;

  /**
   * One line.
   *
   * @param state {@code preparing}, {@code running}, {@code stopping}, {@code done}, {@code failed}
   * @param total 0 while it is not known
   */
  private record Line(
      String state,
      String words,
      int done,
      int total,
      int failed,
      long elapsedSeconds,
      Optional<Long> leftSeconds,
      List<Shown> means) {}

  private record Shown(
      String scenario,
      String measure,
      long count,
      double mean,
      Optional<Double> low,
      Optional<Double> high) {}

  ProgressJson(PrintStream to, InstantSource clock) {
    this.to = to;
    this.clock = clock;
    this.begin = clock.instant();
    this.last = new Line("preparing", "reading", 0, 0, 0, 0, Optional.empty(), List.of());
  }

  void preparing(String words) {
    say(new Line("preparing", words, 0, 0, 0, elapsedSeconds(), Optional.empty(), List.of()));
  }

  void running(Progress progress) {
    String state = progress.stopping() ? "stopping" : "running";
    boolean early = Duration.between(said, clock.instant()).compareTo(PAUSE) < 0;
    Line line =
        new Line(
            state,
            progress.toString(),
            progress.done(),
            progress.total(),
            progress.failed(),
            elapsedSeconds(),
            progress.left().map(Duration::toSeconds),
            progress.means().stream().map(ProgressJson::shown).toList());
    if (early && state.equals(last.state())) {
      // The end repeats it.
      last = line;
    } else {
      say(line);
    }
  }

  private static Shown shown(Mean mean) {
    boolean known = Double.isFinite(mean.interval().halfWidth());
    return new Shown(
        mean.scenario(),
        mean.measure(),
        mean.interval().count(),
        mean.interval().mean(),
        known ? Optional.of(mean.interval().low()) : Optional.empty(),
        known ? Optional.of(mean.interval().high()) : Optional.empty());
  }

  /** It has ended, and its folder is whole. */
  void done(String words) {
    end("done", words);
  }

  /** It has ended, and there is nothing to be had of it. */
  void failed(String words) {
    end("failed", words);
  }

  private void end(String state, String words) {
    say(
        new Line(
            state,
            words,
            last.done(),
            last.total(),
            last.failed(),
            elapsedSeconds(),
            Optional.empty(),
            last.means()));
  }

  private long elapsedSeconds() {
    return Duration.between(begin, clock.instant()).toSeconds();
  }

  private void say(Line line) {
    last = line;
    said = clock.instant();
    to.println(new String(RecordJson.write(line), UTF_8));
    to.flush();
  }
}
