package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * What a practice says to a handover.
 *
 * @param reason there where it is refused, and only there
 * @param words where the question lies; there where it is asked back, and only there
 */
public record HandoverAnswer(
    Kind kind, Optional<HandoverRefusal> reason, Optional<RecordId> words) {
  /** What can be said. */
  public enum Kind {
    ACCEPTED,
    ASKED_BACK,
    REFUSED
  }

  public HandoverAnswer {
    if (reason.isPresent() != (kind == Kind.REFUSED)
        || words.isPresent() != (kind == Kind.ASKED_BACK)) {
      throw new IllegalArgumentException(
          "A refusal must have a reason, a question its words, and nothing else either.");
    }
  }
}
