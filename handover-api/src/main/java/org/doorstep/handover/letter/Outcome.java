package org.doorstep.handover.letter;

import java.util.Optional;

/**
 * What was decided, and what the patient knows of it.
 *
 * @param destination must be there for {@code COMMUNITY} and {@code ACUTE}, and only there
 * @param safetyNet must be there where the patient stays at home
 * @param told who told the patient; empty where the patient could not be told
 */
public record Outcome(
    Disposition disposition,
    CareDecision decision,
    Optional<Destination> destination,
    Optional<SafetyNet> safetyNet,
    Optional<Told> told) {
  public Outcome {
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
