package org.doorstep.handover.letter;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One round of measurements; whatever was not measured is empty, never normal.
 *
 * @param temperatureCelsius one digit behind the point
 * @param glucoseMmolPerLitre capillary
 * @param painScore 0, none, to 10
 */
public record Vitals(
    Breathing breathing,
    Circulation circulation,
    Optional<Consciousness> consciousness,
    Optional<BigDecimal> temperatureCelsius,
    Optional<BigDecimal> glucoseMmolPerLitre,
    Optional<Integer> painScore) {

  /** The scale of NEWS2. */
  public enum Consciousness {
    ALERT,
    /** New confusion. */
    CONFUSION,
    VOICE,
    PAIN,
    UNRESPONSIVE
  }

  public Vitals {
    Checks.within("painScore", painScore, 0, 10);
  }
}
