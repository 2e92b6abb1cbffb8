package org.doorstep.server.board;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.ServiceId;

/**
 * What the log does not hold of an incident.
 *
 * @param complaint empty when its key has been erased
 * @param people the NHS numbers that were given
 * @param practices where each patient of the call is registered, in the call's order
 */
record Words(
    String complaint,
    Optional<BoardPlace> place,
    List<Optional<ServiceId>> practices,
    List<String> people) {
  Words {
    people = List.copyOf(people);
    practices = List.copyOf(practices);
  }

  @Override
  public String toString() {
    return "Words[masked]";
  }
}
