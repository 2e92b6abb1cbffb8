package org.doorstep.dispatch;

import java.util.function.LongConsumer;

/** Runs a property over many seeds; a failure names its seed, so that it can be run again alone. */
public final class Seeds {
  private Seeds() {}

  /** Runs the property for the seeds 1 to {@code count}. */
  public static void each(int count, LongConsumer property) {
    for (long seed = 1; seed <= count; seed++) {
      try {
        property.accept(seed);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("Failed with seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }
}
