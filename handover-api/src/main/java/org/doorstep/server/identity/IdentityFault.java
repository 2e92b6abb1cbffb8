package org.doorstep.server.identity;

/** The database of users could not be asked. */
public final class IdentityFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** States the fault. */
  public IdentityFault(String message, Throwable cause) {
    super(message, cause);
  }
}
