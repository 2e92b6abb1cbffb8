package org.doorstep.handover.letter;

import java.time.Instant;
import java.util.Optional;

/**
 * Measurements of one moment and the score they gave.
 *
 * @param score empty where NEWS2 does not apply, for example under 16 or in pregnancy
 */
public record ObservationSet(Instant at, Vitals vitals, Optional<EarlyWarning> score) {
  public ObservationSet {
    at = Checks.millis(at);
  }
}
