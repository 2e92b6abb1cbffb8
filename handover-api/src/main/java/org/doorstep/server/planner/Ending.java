package org.doorstep.server.planner;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.doorstep.server.planner.KeptExperiment.State;
import org.jspecify.annotations.Nullable;

/**
 * How an experiment has ended, by what its process has left behind. Its own last word counts; where
 * there is none it was lost, and nothing that it has left is taken for a whole result.
 *
 * @param words for people
 */
record Ending(State state, String words) {
  /** The file that is there once there are results. */
  static final String REPORT = "report.json";

  /**
   * Judges.
   *
   * @param before the state until its process ended
   * @param said the last word of the process
   * @param error the last words on its error output
   * @param report how whole the results say that they are; empty where there are none
   */
  static Ending of(
      State before,
      Optional<Map<String, @Nullable Object>> said,
      Optional<String> error,
      Optional<String> report) {
    String state = said.map(each -> String.valueOf(each.get("state"))).orElse("");
    String words = said.map(each -> each.get("words")).map(String::valueOf).orElse("");
    if (state.equals("failed")) {
      return new Ending(State.FAILED, words.isEmpty() ? error.orElse("It failed.") : words);
    }
    if (state.equals("done") && report.isPresent()) {
      return ended(
          report.get(),
          count(said.orElse(Map.of()), "done"),
          count(said.orElse(Map.of()), "failed"));
    }
    if (before == State.STOPPING) {
      return new Ending(State.STOPPED, "Stopped before anything was finished.");
    }
    if (state.isEmpty() && error.isPresent()) {
      return new Ending(State.FAILED, error.get());
    }
    return new Ending(
        State.LOST,
        "Its process ended without a last word" + error.map(last -> ": " + last).orElse("."));
  }

  /** Runs that failed are in no figure; where all did, there is none. */
  private static Ending ended(String report, long done, long failed) {
    if (failed > 0 && failed >= done) {
      return new Ending(
          State.FAILED, "All of its %d runs failed; failures.txt says why.".formatted(failed));
    }
    String failures =
        failed == 0
            ? ""
            : " %d of %d runs failed and are in no figure; failures.txt says why."
                .formatted(failed, done);
    return isWhole(report)
        ? new Ending(State.DONE, "Everything was run." + failures)
        : new Ending(State.STOPPED, sentence(report) + failures);
  }

  private static long count(Map<String, @Nullable Object> said, String key) {
    return said.get(key) instanceof Number number ? number.longValue() : 0;
  }

  /** One that was asked to stop may have been done already. */
  private static boolean isWhole(String report) {
    return !report.startsWith("stopped");
  }

  private static String sentence(String report) {
    return "%s runs; what was done is kept.".formatted(report.replaceFirst("^stopped", "Stopped"));
  }

  KeptExperiment of(KeptExperiment experiment, Instant at) {
    return experiment.ended(state, words, at);
  }
}
