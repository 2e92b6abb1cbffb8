package org.doorstep.server.board;

import java.util.Optional;

/**
 * A place as a board shows it.
 *
 * @param lat degrees north
 * @param lon degrees east
 * @param label in words
 */
public record BoardPlace(double lat, double lon, Optional<String> label) {
  @Override
  public String toString() {
    return "BoardPlace[masked]";
  }
}
