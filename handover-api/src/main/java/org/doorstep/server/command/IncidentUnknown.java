package org.doorstep.server.command;

/** The command speaks of an incident that was never opened in the area. */
public final class IncidentUnknown extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
