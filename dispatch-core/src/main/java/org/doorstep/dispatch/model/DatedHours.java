package org.doorstep.dispatch.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Opening hours of one date in place of all others, bank holiday or not.
 *
 * @param date such as {@code 2026-12-24}
 * @param spans as in {@link OpeningHours}
 * @param note why, for people
 */
public record DatedHours(String date, String spans, Optional<String> note) {
  public DatedHours {
    try {
      LocalDate.parse(date);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "The date of an exception (%s) must be such as 2026-12-24.".formatted(date), e);
    }
    OpeningHours.check("date " + date, spans);
  }
}
