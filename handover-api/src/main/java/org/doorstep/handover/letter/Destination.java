package org.doorstep.handover.letter;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who has the patient now.
 *
 * @param service the trust or service
 * @param dosId its id in the directory of services, where it has one
 * @param accepted who took over, and when; empty where nobody has said so yet
 */
public record Destination(
    Organisation service, Optional<String> dosId, Optional<Acceptance> accepted) {
  private static final Pattern DOS = Pattern.compile("\\d{1,15}");

  /** That somebody took over. */
  public record Acceptance(String by, Instant at) {
    public Acceptance {
      by = Checks.text("by", by);
      at = Checks.millis(at);
    }
  }

  public Destination {
    dosId.ifPresent(id -> Checks.matching("dosId", id, DOS));
  }
}
