package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * What was observed of a patient's breathing; what is empty was not observed.
 *
 * @param respiratoryRate breaths per minute
 * @param oxygenSaturation by pulse oximeter, per cent
 * @param oxygen air or oxygen at that moment
 */
public record Breathing(
    Optional<Integer> respiratoryRate,
    Optional<Integer> oxygenSaturation,
    Optional<Oxygen> oxygen) {
  public Breathing {
    Vital.RESPIRATORY_RATE.check(respiratoryRate);
    Vital.OXYGEN_SATURATION.check(oxygenSaturation);
  }
}
