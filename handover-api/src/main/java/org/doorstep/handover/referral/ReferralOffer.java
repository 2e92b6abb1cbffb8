package org.doorstep.handover.referral;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.doorstep.handover.letter.LetterPatient;

/**
 * A patient offered to a service, who must answer in time.
 *
 * <p>Holds patient data.
 */
public record ReferralOffer(
    ReferralNames names,
    UseCase useCase,
    Window window,
    ReferralParties parties,
    LetterPatient patient,
    ReferralContent content) {

  /** The use cases of the standard that are offered. */
  public enum UseCase {
    FALLS("a4t2", "999 to Falls"),
    COMMUNITY("a4t3", "999 to Community Services");

    private final String code;
    private final String display;

    UseCase(String code, String display) {
      this.code = code;
      this.display = display;
    }

    /** The standard's code. */
    public String code() {
      return code;
    }

    /** The code's own words. */
    public String display() {
      return display;
    }
  }

  /**
   * How long the offer stands.
   *
   * @param answerBy the breach time: without an answer by then the next service is tried
   */
  public record Window(Instant offeredAt, Instant answerBy) {
    public Window {
      offeredAt = offeredAt.truncatedTo(ChronoUnit.MILLIS);
      answerBy = answerBy.truncatedTo(ChronoUnit.MILLIS);
      if (!answerBy.isAfter(offeredAt)) {
        throw new IllegalArgumentException("An answer must be due after the offer.");
      }
    }
  }

  @Override
  public String toString() {
    return "ReferralOffer[" + names.referral() + ", masked]";
  }
}
