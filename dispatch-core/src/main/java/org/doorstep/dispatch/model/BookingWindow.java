package org.doorstep.dispatch.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a booked patient is to be picked up: a window, an appointment to be in time for, or both.
 *
 * <p>Where only the appointment is known, the window lies before it. How long before is an
 * engineering default, to be approved by operations: a plan that knows the roads may be exacter.
 *
 * @param from when the patient is ready; there together with {@code until}
 * @param until when a crew must be there at the latest; after {@code from}
 * @param arriveBy when the patient must be at the destination
 */
public record BookingWindow(
    Optional<Instant> from, Optional<Instant> until, Optional<Instant> arriveBy) {
  /** How long the window of a booking may be. */
  public static final Duration WINDOW_MAX = Duration.ofHours(24);

  /** How far ahead a window may open. */
  public static final Duration AHEAD_MAX = Duration.ofDays(14);

  private static final Duration OPENS_BEFORE_APPOINTMENT = Duration.ofHours(2);
  private static final Duration CLOSES_BEFORE_APPOINTMENT = Duration.ofMinutes(45);

  public BookingWindow {
    if (from.isPresent() != until.isPresent()) {
      throw new IllegalArgumentException("The window must have both its ends, or none.");
    }
    if (from.isEmpty() && arriveBy.isEmpty()) {
      throw new IllegalArgumentException("A booking must have a window or an appointment.");
    }
    if (from.isPresent() && until.isPresent()) {
      check(from.get(), until.get());
      if (arriveBy.isPresent() && !arriveBy.get().isAfter(from.get())) {
        throw new IllegalArgumentException(
            "The appointment (%s) must be after the window opens (%s)."
                .formatted(arriveBy.get(), from.get()));
      }
    }
  }

  private static void check(Instant from, Instant until) {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException(
          "The end of the window (%s) must be after its beginning (%s).".formatted(until, from));
    }
    if (until.isAfter(from.plus(WINDOW_MAX))) {
      throw new IllegalArgumentException(
          "The window (%s to %s) must be no longer than %d hours."
              .formatted(from, until, WINDOW_MAX.toHours()));
    }
  }

  /** A window without an appointment. */
  public static BookingWindow between(Instant from, Instant until) {
    return new BookingWindow(Optional.of(from), Optional.of(until), Optional.empty());
  }

  /** An appointment for which no window was agreed. */
  public static BookingWindow before(Instant arriveBy) {
    return new BookingWindow(Optional.empty(), Optional.empty(), Optional.of(arriveBy));
  }

  /** From when the patient can be picked up, and the response is measured. */
  public Instant opens() {
    return from.orElseGet(() -> appointment().minus(OPENS_BEFORE_APPOINTMENT));
  }

  /** Until when a crew must be with the patient; after {@link #opens}. */
  public Instant closes() {
    return until.orElseGet(() -> appointment().minus(CLOSES_BEFORE_APPOINTMENT));
  }

  private Instant appointment() {
    return arriveBy.orElseThrow();
  }
}
