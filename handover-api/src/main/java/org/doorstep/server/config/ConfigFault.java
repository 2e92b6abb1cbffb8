package org.doorstep.server.config;

/** A configuration that cannot be used: the message names the value, its place and the rule. */
public final class ConfigFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** States the fault and, on a line beginning with "Maybe", what to try. */
  public ConfigFault(String message) {
    super(message);
  }

  /** As above, with what lies beneath. */
  public ConfigFault(String message, Throwable cause) {
    super(message, cause);
  }
}
