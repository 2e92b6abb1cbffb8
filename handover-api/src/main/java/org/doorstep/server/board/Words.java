package org.doorstep.server.board;

import java.util.Optional;

/**
 * What the log does not hold of an incident.
 *
 * @param complaint empty when its key has been erased
 */
record Words(String complaint, Optional<BoardPlace> place) {
  @Override
  public String toString() {
    return "Words[masked]";
  }
}
