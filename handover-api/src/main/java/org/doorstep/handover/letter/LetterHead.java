package org.doorstep.handover.letter;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who writes what to whom.
 *
 * @param id the message's identity, by which a receiver knows a repeat; the same for every attempt
 * @param from the trust that treated
 * @param to the practice that owns the patient's care
 * @param author who signed; must be registered
 * @param replaces the letter that this one holds with something added; whoever has it needs only
 *     this one
 */
public record LetterHead(
    UUID id,
    CaseReference about,
    Organisation from,
    Organisation to,
    Instant writtenAt,
    Clinician author,
    Optional<UUID> replaces) {
  /** A first letter. */
  public LetterHead(
      UUID id,
      CaseReference about,
      Organisation from,
      Organisation to,
      Instant writtenAt,
      Clinician author) {
    this(id, about, from, to, writtenAt, author, Optional.empty());
  }

  public LetterHead {
    writtenAt = Checks.millis(writtenAt);
    if (author.registration().isEmpty()) {
      throw new IllegalArgumentException("The author of a handover must be registered.");
    }
  }
}
