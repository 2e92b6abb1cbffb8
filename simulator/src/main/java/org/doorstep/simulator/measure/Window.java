package org.doorstep.simulator.measure;

import java.time.Instant;

/**
 * The time that counts: what was opened before it is warming up, what is opened later winds down.
 *
 * @param from the first moment that counts
 * @param until the first that no longer does, after {@code from}
 */
public record Window(Instant from, Instant until) {
  public Window {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "The window's begin (%s) must be before its end (%s).".formatted(from, until));
    }
  }

  /** Whether a moment counts. */
  public boolean holds(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }
}
