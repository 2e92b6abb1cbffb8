package org.doorstep.dispatch.shell.protocol;

/** A decision table that cannot be taken into use: which one, where in it, and why. */
public final class ProtocolFault extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** States the fault. */
  public ProtocolFault(String message) {
    super(message);
  }

  /** States the fault and what it follows from. */
  public ProtocolFault(String message, Throwable cause) {
    super(message, cause);
  }
}
