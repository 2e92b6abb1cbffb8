package org.doorstep.handover.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is outstanding.
 *
 * @param oldest since when the oldest message without an end has been in the outbox
 */
public record OutboxFigures(int waiting, int sent, int exceptions, Optional<Instant> oldest) {
  /** Whether the oldest has been in the outbox longer than that. */
  public boolean isLate(Instant now, Duration longest) {
    return oldest.filter(since -> since.plus(longest).isBefore(now)).isPresent();
  }
}
