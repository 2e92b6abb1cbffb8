package org.doorstep.dispatch.shell.database;

/** The database cannot be used: the message names the value, its place and the rule. */
public final class DatabaseFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** States what is wrong and, on a line beginning with "Maybe", what to try. */
  public DatabaseFault(String message) {
    super(message);
  }

  /** As above, with what the driver or the operating system said. */
  public DatabaseFault(String message, Throwable cause) {
    super(message, cause);
  }
}
