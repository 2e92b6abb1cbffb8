package org.doorstep.handover.bars;

/** The schema {@code message} cannot be written or read; the message holds ids only. */
public final class BarsStoreFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BarsStoreFault(String message, Throwable cause) {
    super(message, cause);
  }
}
