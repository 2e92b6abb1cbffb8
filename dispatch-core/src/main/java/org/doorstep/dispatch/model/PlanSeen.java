package org.doorstep.dispatch.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An advance care plan that somebody has found, and what is known of its standing; empty answers
 * were not settled, and count as no.
 *
 * @param valid whether it was made as the law asks
 * @param applicable whether it speaks of what is at hand
 * @param originalSeen whether the original was seen, not only a copy or an entry
 * @param madeOn a date such as {@code 2025-03-14}
 * @param reviewOn a date such as {@code 2027-03-14}
 */
public record PlanSeen(
    Kind kind,
    Optional<Boolean> valid,
    Optional<Boolean> applicable,
    Optional<Boolean> originalSeen,
    Optional<String> madeOn,
    Optional<String> reviewOn) {
  private static final Pattern DATE =
      Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");

  /** What was decided for later; the order is that of the law. */
  public enum Kind {
    /** A refusal of treatment, made in advance by an adult. */
    ADVANCE_DECISION,
    LASTING_POWER_OF_ATTORNEY,
    COURT_DEPUTY,
    RESPECT,
    DNACPR,
    PREFERRED_PLACE
  }

  public PlanSeen {
    madeOn.ifPresent(date -> Require.matches("date of the plan", date, DATE));
    reviewOn.ifPresent(date -> Require.matches("review date of the plan", date, DATE));
  }

  /** Whether it is valid, applies, and the original was seen. */
  public boolean isSettled() {
    return valid.orElse(false) && applicable.orElse(false) && originalSeen.orElse(false);
  }
}
