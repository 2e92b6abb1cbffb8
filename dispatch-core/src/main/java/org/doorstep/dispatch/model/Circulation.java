package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * What was observed of a patient's circulation; what is empty was not observed.
 *
 * @param systolicPressure mmHg
 * @param pulse beats per minute
 */
public record Circulation(Optional<Integer> systolicPressure, Optional<Integer> pulse) {
  public Circulation {
    Vital.SYSTOLIC_PRESSURE.check(systolicPressure);
    Vital.PULSE.check(pulse);
  }
}
