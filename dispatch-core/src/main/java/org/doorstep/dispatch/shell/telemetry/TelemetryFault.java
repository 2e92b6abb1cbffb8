package org.doorstep.dispatch.shell.telemetry;

/** What is told and not logged cannot be written or read just now. */
public final class TelemetryFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** States the fault. */
  public TelemetryFault(String message, Throwable cause) {
    super(message, cause);
  }
}
