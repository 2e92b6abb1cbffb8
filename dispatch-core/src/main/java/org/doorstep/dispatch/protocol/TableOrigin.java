package org.doorstep.dispatch.protocol;

import java.util.regex.Pattern;

/**
 * Where a table comes from and how long it may be trusted.
 *
 * @param effective the date from which it applies, as in {@code 2026-11-25}
 * @param review the date by which it has to be reviewed; after it the table is unconfirmed
 */
public record TableOrigin(
    String author, String approver, String effective, String review, String source) {
  private static final Pattern DATE =
      Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");

  public TableOrigin {
    checkDate("effective", effective);
    checkDate("review", review);
    if (review.compareTo(effective) <= 0) {
      throw new IllegalArgumentException(
          "The review date (%s) must be after the effective date (%s)."
              .formatted(review, effective));
    }
  }

  /** Whether the table is past its review on a date of the form {@code 2026-11-25}. */
  public boolean isReviewOverdue(String today) {
    checkDate("current", today);
    return today.compareTo(review) > 0;
  }

  private static void checkDate(String name, String date) {
    if (!DATE.matcher(date).matches()) {
      throw new IllegalArgumentException(
          "The %s date (%s) must be a date such as 2026-11-25.".formatted(name, date));
    }
  }
}
