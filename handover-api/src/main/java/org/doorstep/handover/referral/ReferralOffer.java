package org.doorstep.handover.referral;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.doorstep.handover.letter.LetterPatient;

/**
 * A patient offered to a service, who must answer in time; or one whom a hospital is warned of, who
 * comes whatever it answers.
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

  /** The use cases of the standard that are written. */
  public enum UseCase {
    FALLS("a4t2", "999 to Falls"),
    COMMUNITY("a4t3", "999 to Community Services"),
    /** A pre-alert. */
    EMERGENCY("a1t5", "999 to ED");

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

    /** Whether the patient comes anyhow, so that nothing is asked but to be ready. */
    public boolean isWarning() {
      return this == EMERGENCY;
    }
  }

  /**
   * How long the request stands.
   *
   * @param until the breach time of an offer: without an answer by then the next service is tried;
   *     of a warning when the patient is expected, empty where nobody knows
   */
  public record Window(Instant offeredAt, Optional<Instant> until) {
    public Window {
      offeredAt = offeredAt.truncatedTo(ChronoUnit.MILLIS);
      until = until.map(end -> end.truncatedTo(ChronoUnit.MILLIS));
      if (until.isPresent() && !until.get().isAfter(offeredAt)) {
        throw new IllegalArgumentException("The end of a request must be after its beginning.");
      }
    }
  }

  public ReferralOffer {
    if (!useCase.isWarning() && window.until().isEmpty()) {
      throw new IllegalArgumentException("An offer must say by when an answer is due.");
    }
  }

  @Override
  public String toString() {
    return "ReferralOffer[" + names.referral() + ", masked]";
  }
}
