package org.doorstep.simulator.trace;

/** A trace that cannot be played; the message names the file, the line, the value and the rule. */
public final class TraceFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A fault in these words. */
  public TraceFault(String message) {
    super(message);
  }
}
