package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * What a crew has tested and asked beyond observations and single findings.
 *
 * @param frailty clinical frailty scale as it was two weeks ago, 1 to {@link #FRAILTY_MAX}
 * @param infectionSuspected by the clinician's judgement
 */
public record Examination(
    Optional<FastTest> fast,
    Optional<TraumaSteps> trauma,
    Optional<Integer> frailty,
    Optional<Fall> fall,
    Optional<Boolean> infectionSuspected) {
  /** Terminally ill. */
  public static final int FRAILTY_MAX = 9;

  public Examination {
    if (frailty.isPresent()) {
      Require.atLeast("clinical frailty scale", frailty.get(), 1);
      Require.atMost("clinical frailty scale", frailty.get(), FRAILTY_MAX);
    }
  }
}
