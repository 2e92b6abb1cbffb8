package org.doorstep.handover.referral;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * What a service answers.
 *
 * @param id the answer's own identity, by which a repeat is known
 * @param to what it answers
 */
public record ReferralReply(UUID id, Matching to, Answer answer, Instant at, Answerer by) {

  /**
   * What it answers; either may be missing or wrong in a message of another system.
   *
   * @param message the message that is answered, as the service names it
   * @param referral the request's identity
   */
  public record Matching(Optional<UUID> message, Optional<UUID> referral) {}

  /** What was answered. */
  public record Answer(Kind kind, Optional<Reason> reason) {
    public Answer {
      if (kind == Kind.DECLINED && reason.isEmpty()) {
        throw new IllegalArgumentException("Who declines must say why.");
      }
    }
  }

  /** The kinds of answer. */
  public enum Kind {
    /** Arrived and in somebody's queue; the clock runs on. */
    QUEUED,
    /** Somebody has begun to look at it; the clock runs on. */
    INTERIM,
    /** The service has the patient. */
    ACCEPTED,
    /** It has not; the next service is tried, or an ambulance goes. */
    DECLINED
  }

  /** Why a service declines. */
  public record Reason(Code code, Optional<String> words) {
    /** The standard's codes, and what stands for those that are none of them. */
    public enum Code {
      NOT_AVAILABLE_IN_TIME("RRNA", "Requested resource not available within timescale"),
      FAILED_CONTACT("FC", "Failed Contact"),
      /** Given back with another outcome: the patient needs something else. */
      RETURNED("triaged", "Returned with another outcome"),
      OTHER("OTH", "Other");

      private final String code;
      private final String display;

      Code(String code, String display) {
        this.code = code;
        this.display = display;
      }

      /** The code in messages. */
      public String code() {
        return code;
      }

      /** The code's own words. */
      public String display() {
        return display;
      }
    }
  }

  /**
   * Who answers.
   *
   * @param organisation the service in words
   * @param person who, where it is said
   * @param caseNumber how the service names the case
   * @param place where inside it the patient is to be brought, in its own words
   */
  public record Answerer(
      String organisation,
      Optional<String> person,
      Optional<String> caseNumber,
      Optional<String> place) {
    /** Who names no place. */
    public Answerer(String organisation, Optional<String> person, Optional<String> caseNumber) {
      this(organisation, person, caseNumber, Optional.empty());
    }
  }

  public ReferralReply {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
