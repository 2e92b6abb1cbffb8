package org.doorstep.handover.outbox;

/** A way for messages to leave. */
public interface Channel {
  /** By what addresses name it. */
  String name();

  /**
   * Delivers a message, or tries to. Blocks no longer than its own bound; never throws for what the
   * other side does.
   */
  Delivery deliver(OutgoingMessage message, byte[] body);
}
