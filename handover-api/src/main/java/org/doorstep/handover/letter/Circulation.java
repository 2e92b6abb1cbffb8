package org.doorstep.handover.letter;

import java.util.Optional;

/**
 * Circulation as measured.
 *
 * @param systolicMmHg 0 to 400
 * @param diastolicMmHg 0 to 300; only with a systolic one
 * @param pulsePerMinute 0 to 400
 */
public record Circulation(
    Optional<Integer> systolicMmHg,
    Optional<Integer> diastolicMmHg,
    Optional<Integer> pulsePerMinute) {
  public Circulation {
    Checks.within("systolicMmHg", systolicMmHg, 0, 400);
    Checks.within("diastolicMmHg", diastolicMmHg, 0, 300);
    Checks.within("pulsePerMinute", pulsePerMinute, 0, 400);
    if (diastolicMmHg.isPresent() && systolicMmHg.isEmpty()) {
      throw new IllegalArgumentException("A diastolic pressure needs a systolic one.");
    }
  }
}
