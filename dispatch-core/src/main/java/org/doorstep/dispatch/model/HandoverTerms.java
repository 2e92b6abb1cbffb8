package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What a practice is asked.
 *
 * @param practice empty where the patient has none that is known: a person must find a way
 * @param dueAt until when the action is asked for; there where it is asked, and only there
 */
public record HandoverTerms(Kind kind, Optional<ServiceId> practice, Optional<Instant> dueAt) {
  /** Whether anything is asked. */
  public enum Kind {
    /** Ends when it has been received. */
    FOR_INFORMATION,
    /** Ends when the practice has accepted. */
    ACTION_REQUESTED
  }

  public HandoverTerms {
    if (dueAt.isPresent() != (kind == Kind.ACTION_REQUESTED)) {
      throw new IllegalArgumentException(
          "A handover (%s) must %s a due time."
              .formatted(kind, kind == Kind.ACTION_REQUESTED ? "have" : "not have"));
    }
  }

  /** The same terms for another practice. */
  public HandoverTerms to(ServiceId other) {
    return new HandoverTerms(kind, Optional.of(other), dueAt);
  }
}
