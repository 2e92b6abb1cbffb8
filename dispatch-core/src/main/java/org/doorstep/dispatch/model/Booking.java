package org.doorstep.dispatch.model;

import java.time.Duration;
import java.time.Instant;

/**
 * What was agreed about a journey that is not wanted at once: when, from what kind of place to what
 * kind of place, what the patient needs on the way, how long it takes at both ends. Codes only:
 * neither the patient nor a word of what was said.
 */
public record Booking(
    BookingWindow window, BookingJourney journey, BookingNeeds needs, BookingMinutes minutes) {
  /**
   * How long before its window opens a booking becomes an incident that waits: time for the plan to
   * take hold and for the drive. An engineering default, to be approved by operations.
   */
  public static final Duration RELEASE_LEAD = Duration.ofMinutes(45);

  /** When it is released of itself; the desk may do so earlier. */
  public Instant releaseAt() {
    return window.opens().minus(RELEASE_LEAD);
  }

  /** Whether the patients of a category can be booked: requests of professionals and transfers. */
  public static boolean fits(Category category) {
    return switch (category) {
      case HCP1, HCP2, HCP3, HCP4, IFT1, IFT2, IFT3, IFT4 -> true;
      case C1, C2, C3, C4, C5 -> false;
    };
  }
}
