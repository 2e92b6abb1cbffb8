package org.doorstep.server.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * How many messages are without an end.
 *
 * @param exceptions those that only a person gets further
 * @param oldest since when the oldest of all has been here
 * @param late whether that is longer than the alarm allows
 */
public record MessageFigures(
    int waiting, int sent, int exceptions, Optional<Instant> oldest, boolean late) {
  /** Before anything was counted. */
  static final MessageFigures NONE = new MessageFigures(0, 0, 0, Optional.empty(), false);
}
