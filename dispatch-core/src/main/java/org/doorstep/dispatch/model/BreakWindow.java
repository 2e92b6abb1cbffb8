package org.doorstep.dispatch.model;

import java.time.Instant;

/**
 * When a crew is due its break.
 *
 * @param from from when it may be taken
 * @param until by when it has to have begun; after {@code from}
 * @param minutes how long it is, 1 to 120
 */
public record BreakWindow(Instant from, Instant until, int minutes) {
  private static final int MINUTES_MAX = 120;

  public BreakWindow {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException(
          "The break's until (%s) must be after its from (%s).".formatted(until, from));
    }
    Require.atLeast("length of the break in minutes", minutes, 1);
    Require.atMost("length of the break in minutes", minutes, MINUTES_MAX);
  }
}
