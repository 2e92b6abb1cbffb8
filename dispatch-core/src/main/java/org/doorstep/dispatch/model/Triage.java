package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.List;

/**
 * How urgent an incident is and what it needs.
 *
 * @param needs of the first unit
 * @param further what else has to be there, by the same unit or another
 * @param clockStartedAt from when the response is measured; starts again on an upgrade; of what is
 *     booked, when its window opens
 */
public record Triage(
    Category category, Capabilities needs, List<Capabilities> further, Instant clockStartedAt) {
  public Triage {
    further = List.copyOf(further);
  }
}
