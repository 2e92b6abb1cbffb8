package org.doorstep.dispatch.model;

import java.util.List;
import java.util.Optional;

/**
 * The steps of the operating service's major trauma tool; empty steps were not looked at. What
 * counts at each step is for that tool to say.
 *
 * @param physiology step 1
 * @param anatomy step 2
 * @param mechanism step 3
 * @param special step 4: age, blood thinners, pregnancy and the like
 */
public record TraumaSteps(
    Optional<Boolean> physiology,
    Optional<Boolean> anatomy,
    Optional<Boolean> mechanism,
    Optional<Boolean> special) {

  /**
   * Whether step 1 or 2 is positive, which alone decides for a major trauma centre; the others are
   * for the clinician's judgement. ENGINEERING DEFAULT, needs clinical approval.
   */
  public Optional<Boolean> isPositive() {
    List<Optional<Boolean>> deciding = List.of(physiology, anatomy);
    if (deciding.contains(Optional.of(true))) {
      return Optional.of(true);
    }
    return deciding.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(false);
  }
}
