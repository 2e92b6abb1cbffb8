package org.doorstep.handover.practice;

/** The inboxes cannot be written or read; the message holds ids and codes only. */
public final class PracticeInboxFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PracticeInboxFault(String message, Throwable cause) {
    super(message, cause);
  }
}
