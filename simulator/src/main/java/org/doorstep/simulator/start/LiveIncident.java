package org.doorstep.simulator.start;

import java.time.Instant;
import java.util.Optional;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Position;

/**
 * One open incident.
 *
 * @param number as the area counts them
 * @param category as it is now
 * @param openedAt when the patient began to wait
 * @param at rounded to some hundred metres
 * @param needs what a unit must be able to do
 * @param byTelephone whether a clinician treats the patient by telephone
 * @param choice what was chosen for the patient so far
 */
public record LiveIncident(
    long number,
    Category category,
    Instant openedAt,
    Position at,
    Capabilities needs,
    boolean byTelephone,
    Optional<LiveChoice> choice) {
  private static final double PER_DEGREE = 1_000;

  public LiveIncident {
    at = rounded(at);
  }

  /** To a thousandth of a degree, so that no house can be told from it. */
  static Position rounded(Position exact) {
    return new Position(
        StrictMath.rint(exact.lat() * PER_DEGREE) / PER_DEGREE,
        StrictMath.rint(exact.lon() * PER_DEGREE) / PER_DEGREE);
  }
}
