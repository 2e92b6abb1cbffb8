package org.doorstep.dispatch.policy.area;

import java.util.List;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Incident;

/**
 * An open incident and what it still lacks.
 *
 * @param unmet what no unit on it can do, in the order in which it is to be sent; empty: all that
 *     is needed is on its way or there
 */
public record OpenCall(Incident incident, List<Capabilities> unmet) {
  public OpenCall {
    unmet = List.copyOf(unmet);
  }

  /** What the next unit has to be able to do; where nothing is lacking, what the first had to. */
  public Capabilities needsNext() {
    return unmet.isEmpty() ? incident.triage().needs() : unmet.get(0);
  }
}
