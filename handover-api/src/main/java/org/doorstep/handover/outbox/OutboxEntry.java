package org.doorstep.handover.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * A message in the outbox.
 *
 * @param settled who or what settled it, and when
 * @param fault why it is not received, for people; never a value of the message
 */
public record OutboxEntry(
    OutgoingMessage message,
    MessageState state,
    Tries tries,
    Instant enqueuedAt,
    Optional<Settled> settled,
    Optional<String> fault) {
  /** How often it was tried, and when it is next. */
  public record Tries(int attempts, Instant nextAt, boolean checked) {}

  /** By whom, and when. */
  public record Settled(String by, Instant at) {}
}
