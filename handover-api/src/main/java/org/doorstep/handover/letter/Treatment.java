package org.doorstep.handover.letter;

import java.time.Instant;
import java.util.Optional;

/** Something done, other than giving a medicine. */
public record Treatment(Instant at, String text, Optional<SnomedCode> code) {
  public Treatment {
    at = Checks.millis(at);
    text = Checks.text("text", text);
  }
}
