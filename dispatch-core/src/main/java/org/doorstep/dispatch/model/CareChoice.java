package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * Where care happens, as a person has chosen.
 *
 * @param destination the hospital or service; empty where the patient stays at home
 * @param reason why it differs from the proposal
 */
public record CareChoice(
    Disposition disposition, Optional<ServiceId> destination, Optional<ChoiceReason> reason) {

  public CareChoice {
    boolean goes = disposition == Disposition.ACUTE || disposition == Disposition.COMMUNITY;
    if (goes != destination.isPresent()) {
      throw new IllegalArgumentException(
          "The disposition (%s) must %s destination."
              .formatted(disposition, goes ? "have a" : "not have a"));
    }
  }
}
