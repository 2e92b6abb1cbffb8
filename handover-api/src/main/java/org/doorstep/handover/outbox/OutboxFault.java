package org.doorstep.handover.outbox;

/** The outbox cannot be written or read; the message holds ids only. */
public final class OutboxFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutboxFault(String message, Throwable cause) {
    super(message, cause);
  }
}
