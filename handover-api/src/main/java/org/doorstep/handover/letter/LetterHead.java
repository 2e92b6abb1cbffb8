package org.doorstep.handover.letter;

import java.time.Instant;
import java.util.UUID;

/**
 * Who writes what to whom.
 *
 * @param id the message's identity, by which a receiver knows a repeat; the same for every attempt
 * @param from the trust that treated
 * @param to the practice that owns the patient's care
 * @param author who signed; must be registered
 */
public record LetterHead(
    UUID id,
    CaseReference about,
    Organisation from,
    Organisation to,
    Instant writtenAt,
    Clinician author) {
  public LetterHead {
    writtenAt = Checks.millis(writtenAt);
    if (author.registration().isEmpty()) {
      throw new IllegalArgumentException("The author of a handover must be registered.");
    }
  }
}
