package org.doorstep.server.command;

/** A unit is to stand by where the area has no base and no post; the message names the place. */
public final class StationUnknown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StationUnknown(String station) {
    super("The station (%s) must be a base or post of the reference data.".formatted(station));
  }
}
