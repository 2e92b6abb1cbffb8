package org.doorstep.handover.letter;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That a letter must not be used any more. It names the letter and says nothing about the patient:
 * whoever has it may be the wrong one to be told.
 *
 * @param id the message's own identity
 * @param of the letter that is void
 * @param words what a person has said about it, never about the patient
 */
public record Withdrawal(
    UUID id,
    CaseReference about,
    Organisation from,
    Organisation to,
    Instant at,
    UUID of,
    Reason reason,
    Optional<String> words) {
  /** Why. */
  public enum Reason {
    WRONG_PATIENT("It is about another patient than it says."),
    WRONG_RECEIVER("It was sent to a practice that does not know the patient."),
    WRONG_CONTENT("What it says is wrong; a new one follows.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    /** As a reader sees it. */
    public String words() {
      return sentence;
    }
  }

  public Withdrawal {
    at = Checks.millis(at);
    words = Checks.text("words", words);
  }

  @Override
  public String toString() {
    return "Withdrawal[" + id + ", of " + of + ", " + reason + "]";
  }
}
