package org.doorstep.server.outcome;

/** What became of patients cannot be read or kept just now. */
public final class OutcomeFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  OutcomeFault(String message, Throwable cause) {
    super(message, cause);
  }
}
