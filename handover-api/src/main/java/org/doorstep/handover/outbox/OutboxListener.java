package org.doorstep.handover.outbox;

import java.time.Instant;

/**
 * Is told what became of messages.
 *
 * <p>Each is told at least once, never inside a transaction, from a worker thread; whoever is told
 * must take a repeat for the same. A message that throws here is told of again.
 */
public interface OutboxListener {
  /** The other side has taken it and will say later what it makes of it. */
  void onSent(OutgoingMessage message);

  /** The receiver has it. */
  void onReceived(OutgoingMessage message, String by, Instant at);

  /** The receiver will not have it. */
  void onRefused(OutgoingMessage message, String reason);

  /** It cannot be delivered. */
  void onDead(OutgoingMessage message, String reason);

  /** A person has handed it over in another way. */
  void onHandedOver(OutgoingMessage message, String by, Instant at);
}
