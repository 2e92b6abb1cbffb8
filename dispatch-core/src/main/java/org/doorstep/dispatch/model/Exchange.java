package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * One unit takes over from another that is on its way.
 *
 * @param incident who is on the way to whom
 * @param leaves the unit that is let go
 * @param comes the unit that takes over
 * @param onto the incident that the unit let go is sent to; empty: it becomes free
 */
public record Exchange(
    IncidentId incident, UnitId leaves, UnitId comes, Optional<IncidentId> onto) {
  public Exchange {
    if (leaves.equals(comes)) {
      throw new IllegalArgumentException(
          "The unit (%s) cannot take over from itself.".formatted(comes.value()));
    }
    if (onto.filter(incident::equals).isPresent()) {
      throw new IllegalArgumentException(
          "The unit (%s) cannot be sent to the incident (%d) that it leaves."
              .formatted(leaves.value(), incident.value()));
    }
  }
}
