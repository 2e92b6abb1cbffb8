package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * One entry of the directory of services.
 *
 * @param place where patients are taken; empty for one that visits or answers the telephone
 */
public record Service(
    ServiceId id,
    String name,
    Optional<Position> place,
    Acceptance acceptance,
    OpeningHours hours,
    ServiceContact contact) {
  public Service {
    if (name.isBlank() || acceptance.needs().isEmpty()) {
      throw new IllegalArgumentException(
          "The service (%s) must have a name and something it can do.".formatted(id.value()));
    }
  }

  /** Whether it can do something. */
  public boolean meets(CareNeed need) {
    return acceptance.needs().contains(need);
  }
}
