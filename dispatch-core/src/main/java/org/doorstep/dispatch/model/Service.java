package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * One entry of the directory of services.
 *
 * @param place where patients are taken; empty for one that visits or answers the telephone
 * @param terms what else has to be known
 */
public record Service(
    ServiceId id,
    String name,
    Optional<Position> place,
    Acceptance acceptance,
    OpeningHours hours,
    ServiceContact contact,
    Optional<ServiceTerms> terms) {
  /** A service of which nothing else has to be known. */
  public Service(
      ServiceId id,
      String name,
      Optional<Position> place,
      Acceptance acceptance,
      OpeningHours hours,
      ServiceContact contact) {
    this(id, name, place, acceptance, hours, contact, Optional.empty());
  }

  public Service {
    if (name.isBlank() || acceptance.needs().isEmpty()) {
      throw new IllegalArgumentException(
          "The service (%s) must have a name and something it can do.".formatted(id.value()));
    }
  }

  /** What else has to be known; nothing where nothing is said. */
  public ServiceTerms known() {
    return terms.orElse(ServiceTerms.NONE);
  }

  /** Whether it can do something. */
  public boolean meets(CareNeed need) {
    return acceptance.needs().contains(need);
  }
}
