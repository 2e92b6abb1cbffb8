package org.doorstep.routing;

/**
 * A map cannot be read, imported or opened: the message names the value, its place and the rule.
 */
public final class MapFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** States the fault and, on a line beginning with "Maybe", what to try. */
  public MapFault(String message) {
    super(message);
  }

  /** As above, with what lies beneath. */
  public MapFault(String message, Throwable cause) {
    super(message, cause);
  }
}
