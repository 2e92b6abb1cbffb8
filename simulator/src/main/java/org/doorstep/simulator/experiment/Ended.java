package org.doorstep.simulator.experiment;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Optional;

/**
 * How one replication has ended.
 *
 * @param measured empty where it failed
 * @param failure why it failed, with where in the program; empty where it did not
 */
public record Ended(Optional<Measured> measured, Optional<String> failure) {
  private static final int CAUSES_MAX = 20;

  /** One that has failed. */
  static Ended failed(String words) {
    return new Ended(Optional.empty(), Optional.of(words));
  }

  /** Runs a trial here and now, on this thread. One bad draw takes nothing else with it. */
  public static Ended of(Trial trial, int replication, long seed) {
    try {
      return new Ended(Optional.of(trial.run(replication, seed)), Optional.empty());
    } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
      return failed(trace(e));
    }
  }

  /** Without the frames below the trial: whoever runs it must leave no trace in the files. */
  private static String trace(Throwable failure) {
    Throwable next = failure;
    for (int depth = 0; next != null && depth < CAUSES_MAX; depth++) {
      StackTraceElement[] frames = next.getStackTrace();
      int end = 0;
      while (end < frames.length && !frames[end].getClassName().equals(Ended.class.getName())) {
        end++;
      }
      next.setStackTrace(Arrays.copyOf(frames, end));
      next = next.getCause();
    }
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString().replace("\r", "");
  }
}
