package org.doorstep.dispatch.model;

import java.util.List;

/**
 * Whom a category needs by the area's response plan, and the row that says so.
 *
 * @param first what the first unit must be able to do, where the desk says nothing else
 * @param further what else has to be there, by the same unit or another
 */
public record PlannedResponse(Capabilities first, List<Capabilities> further, RuleUse rule) {
  public PlannedResponse {
    further = List.copyOf(further);
  }
}
