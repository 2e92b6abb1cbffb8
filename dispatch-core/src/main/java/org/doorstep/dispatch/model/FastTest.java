package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The face, arm and speech test; empty parts were not tested.
 *
 * @param face whether the face droops
 * @param arm whether an arm drifts or is weak
 * @param speech whether speech is slurred or strange
 * @param lastKnownWell when the patient was last seen without it
 */
public record FastTest(
    Optional<Boolean> face,
    Optional<Boolean> arm,
    Optional<Boolean> speech,
    Optional<Instant> lastKnownWell) {

  /** Whether any part is positive; empty while an untested part could make it so. */
  public Optional<Boolean> isPositive() {
    List<Optional<Boolean>> parts = List.of(face, arm, speech);
    if (parts.contains(Optional.of(true))) {
      return Optional.of(true);
    }
    return parts.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(false);
  }
}
