package org.doorstep.handover.letter;

import java.util.List;
import java.util.Optional;

/**
 * What was decided, and what the patient knows of it.
 *
 * @param destination must be there for {@code COMMUNITY} and {@code ACUTE}, and only there
 * @param safetyNet must be there where the patient stays at home
 * @param told who told the patient; empty where the patient could not be told
 * @param offers of help beyond the incident, at most {@value #OFFERS_MAX}
 */
public record Outcome(
    Disposition disposition,
    CareDecision decision,
    Optional<Destination> destination,
    Optional<SafetyNet> safetyNet,
    Optional<Told> told,
    List<WellbeingOffer> offers) {
  private static final int OFFERS_MAX = 10;

  public Outcome {
    offers = List.copyOf(offers);
    Checks.within("offers", offers.size(), 0, OFFERS_MAX);
    if (disposition.needsDestination() != destination.isPresent()) {
      throw new IllegalArgumentException(
          "The disposition (%s) must have %s destination."
              .formatted(disposition, disposition.needsDestination() ? "a" : "no"));
    }
    if (disposition != Disposition.ACUTE && safetyNet.isEmpty()) {
      throw new IllegalArgumentException(
          "Who is not conveyed (%s) must have a safety net.".formatted(disposition));
    }
  }
}
