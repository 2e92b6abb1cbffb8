package org.doorstep.handover.letter;

import java.time.Instant;
import java.util.Optional;

/**
 * When it happened.
 *
 * @param called when help was asked for
 * @param atPatient when the first clinician was with the patient; empty where nobody went
 * @param left when the last crew left the scene; empty where nobody went
 * @param ended when the care that this letter tells of was over
 */
public record VisitTimes(
    Instant called, Optional<Instant> atPatient, Optional<Instant> left, Instant ended) {
  public VisitTimes {
    called = Checks.millis(called);
    atPatient = Checks.millis(atPatient);
    left = Checks.millis(left);
    ended = Checks.millis(ended);
    if (ended.isBefore(called)) {
      throw new IllegalArgumentException("A visit must not end before the call.");
    }
  }
}
