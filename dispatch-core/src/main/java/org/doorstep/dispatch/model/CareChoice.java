package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * Where care happens, as a person has chosen.
 *
 * @param destination the hospital or service; empty where the patient stays at home
 * @param reason why it differs from the proposal
 * @param wanted what would have been chosen, had it been open or had room
 */
public record CareChoice(
    Disposition disposition,
    Optional<ServiceId> destination,
    Optional<ChoiceReason> reason,
    Optional<Wanted> wanted) {

  /** A choice of what was wanted. */
  public CareChoice(
      Disposition disposition, Optional<ServiceId> destination, Optional<ChoiceReason> reason) {
    this(disposition, destination, reason, Optional.empty());
  }

  public CareChoice {
    boolean goes = disposition == Disposition.ACUTE || disposition == Disposition.COMMUNITY;
    if (goes != destination.isPresent()) {
      throw new IllegalArgumentException(
          "The disposition (%s) must %s destination."
              .formatted(disposition, goes ? "have a" : "not have a"));
    }
  }
}
