package org.doorstep.handover.letter;

import java.time.Instant;

/** Who told the patient what was decided. */
public record Told(Clinician by, Instant at) {
  public Told {
    at = Checks.millis(at);
  }
}
