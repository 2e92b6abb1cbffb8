package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * What a protocol has to know of a patient beyond observations and findings; never who it is.
 *
 * @param ageYears completed years, 0 to {@link #AGE_YEARS_MAX}; empty when unknown
 * @param pregnant also when newly delivered or suspected; empty when not asked
 * @param oxygenTarget scale 1 when empty
 */
public record PatientFacts(
    Optional<Integer> ageYears, Optional<Boolean> pregnant, Optional<OxygenTarget> oxygenTarget) {
  /** Nobody has been older by much. */
  public static final int AGE_YEARS_MAX = 130;

  public PatientFacts {
    if (ageYears.isPresent()) {
      Require.atLeast("age in years", ageYears.get(), 0);
      Require.atMost("age in years", ageYears.get(), AGE_YEARS_MAX);
    }
  }
}
