package org.doorstep.routing;

/** A file of speeds cannot be read: the message names file, line, column, value and rule. */
public final class SpeedFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** States the fault. */
  public SpeedFault(String message) {
    super(message);
  }

  /** As above, with what lies beneath. */
  public SpeedFault(String message, Throwable cause) {
    super(message, cause);
  }
}
