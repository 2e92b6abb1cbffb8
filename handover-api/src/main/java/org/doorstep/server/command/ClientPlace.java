package org.doorstep.server.command;

import java.util.Optional;
import org.doorstep.dispatch.model.Position;

/** A place as a client names it. */
record ClientPlace(double lat, double lon, Optional<String> label) {
  ClientPlace {
    // Checks the ranges.
    new Position(lat, lon);
  }

  Position position() {
    return new Position(lat, lon);
  }

  @Override
  public String toString() {
    return "ClientPlace[masked]";
  }
}
