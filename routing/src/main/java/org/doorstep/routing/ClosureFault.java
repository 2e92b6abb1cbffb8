package org.doorstep.routing;

/** A closure cannot be read or laid on the map: the message names value, place and rule. */
public final class ClosureFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** States the fault. */
  public ClosureFault(String message) {
    super(message);
  }
}
