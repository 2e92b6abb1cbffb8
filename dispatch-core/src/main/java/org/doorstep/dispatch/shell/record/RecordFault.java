package org.doorstep.dispatch.shell.record;

/** The incident record cannot be written or read; the message holds ids only. */
public final class RecordFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** States the fault without what the record holds. */
  public RecordFault(String message, Throwable cause) {
    super(message, cause);
  }

  /** As above, where nothing underneath has failed. */
  public RecordFault(String message) {
    super(message);
  }
}
