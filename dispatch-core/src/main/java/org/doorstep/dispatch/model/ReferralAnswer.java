package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What a service says to an offer.
 *
 * @param reason there where it is refused, and only there
 * @param attendBy until when the patient is seen, where it is accepted and said
 */
public record ReferralAnswer(
    Kind kind, Optional<ReferralRefusal> reason, Optional<Instant> attendBy) {
  /** What can be said. */
  public enum Kind {
    INTERIM,
    ACCEPTED,
    REFUSED
  }

  public ReferralAnswer {
    if (reason.isPresent() != (kind == Kind.REFUSED)) {
      throw new IllegalArgumentException(
          "The answer (%s) must %s a reason."
              .formatted(kind, kind == Kind.REFUSED ? "have" : "not have"));
    }
    if (attendBy.isPresent() && kind != Kind.ACCEPTED) {
      throw new IllegalArgumentException("Only an acceptance can say until when.");
    }
  }
}
