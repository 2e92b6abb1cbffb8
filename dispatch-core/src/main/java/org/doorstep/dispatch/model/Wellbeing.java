package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * What was noted of how a patient lives, so that help can be offered; empty parts were not asked.
 *
 * @param wantsToStop whether a smoker would take help to stop
 * @param alcoholUnitsPerWeek 0 to {@link #UNITS_MAX}
 * @param wantsToDrinkLess whether help with alcohol would be taken
 * @param fallsRisk whether the patient is unsteady or afraid of falling
 * @param lonely whether company would be welcome
 */
public record Wellbeing(
    Optional<Boolean> smokes,
    Optional<Boolean> wantsToStop,
    Optional<Integer> alcoholUnitsPerWeek,
    Optional<Boolean> wantsToDrinkLess,
    Optional<Boolean> fallsRisk,
    Optional<Boolean> lonely) {
  /** More than anybody tells. */
  public static final int UNITS_MAX = 500;

  public Wellbeing {
    if (alcoholUnitsPerWeek.isPresent()) {
      Require.atLeast("units of alcohol in a week", alcoholUnitsPerWeek.get(), 0);
      Require.atMost("units of alcohol in a week", alcoholUnitsPerWeek.get(), UNITS_MAX);
    }
  }
}
