package org.doorstep.server.command;

/** A correction speaks of somebody of whom the log has nothing that could be corrected. */
public final class PatientNotKnown extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
