package org.doorstep.handover.referral;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * One message about a referral.
 *
 * @param id the message's identity, by which a repeat is known; a new one for each step
 * @param at when this step was decided
 * @param offer as it stands at this step
 */
public record ReferralMessage(UUID id, Step step, Instant at, ReferralOffer offer) {
  /** What the message does. */
  public enum Step {
    /** Offers the patient. */
    NEW("new", "active"),
    /** Says what has changed; the window may have. */
    UPDATE("update", "active"),
    /** Calls the offer off: the need is gone, or another service has the patient. */
    CANCEL("update", "revoked"),
    /** Takes back an offer that should never have been made. */
    DELETE("delete", "entered-in-error");

    private final String reason;
    private final String status;

    Step(String reason, String status) {
      this.reason = reason;
      this.status = status;
    }

    /** The standard's reason code. */
    public String reason() {
      return reason;
    }

    /** The status of the request. */
    public String status() {
      return status;
    }

    /** Whether the service need do nothing any more. */
    public boolean isEnd() {
      return this == CANCEL || this == DELETE;
    }
  }

  public ReferralMessage {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
