package org.doorstep.simulator.measure;

import java.time.Instant;

/**
 * The time that counts: what was opened before it is warming up, what is opened later winds down.
 *
 * @param from the first moment that counts
 * @param until the first that no longer does, after {@code from}
 * @param carriesWaiting whether incidents count as well that were opened before and that no unit
 *     had reached when the window begins; their waiting counts from their opening
 */
public record Window(Instant from, Instant until, boolean carriesWaiting) {
  public Window {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "The window's begin (%s) must be before its end (%s).".formatted(from, until));
    }
  }

  /** A window in which what was opened before counts for nothing. */
  public Window(Instant from, Instant until) {
    this(from, until, false);
  }

  /** Whether what was opened at a moment may count. */
  public boolean counts(Instant opened) {
    return holds(opened) || (carriesWaiting && opened.isBefore(from));
  }

  /** Whether a moment counts. */
  public boolean holds(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }
}
