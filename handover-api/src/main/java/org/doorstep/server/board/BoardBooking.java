package org.doorstep.server.board;

import java.time.Instant;
import java.util.Optional;
import org.doorstep.dispatch.model.Booked;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.BookingJourney;
import org.doorstep.dispatch.model.BookingMinutes;
import org.doorstep.dispatch.model.BookingNeeds;
import org.doorstep.dispatch.model.BookingWindow;

/**
 * A booking as a board shows it: as it was agreed, and what follows from that.
 *
 * @param opensAt when the patient can be picked up
 * @param closesAt until when a crew must be there
 * @param releaseAt when the incident waits of itself
 * @param releasedAt since when it waits; empty while it is booked ahead
 */
public record BoardBooking(
    BookingWindow window,
    BookingJourney journey,
    BookingNeeds needs,
    BookingMinutes minutes,
    Instant opensAt,
    Instant closesAt,
    Instant releaseAt,
    Optional<Instant> releasedAt) {

  static BoardBooking of(Booked booked) {
    Booking booking = booked.booking();
    return new BoardBooking(
        booking.window(),
        booking.journey(),
        booking.needs(),
        booking.minutes(),
        booking.window().opens(),
        booking.window().closes(),
        booking.releaseAt(),
        booked.releasedAt());
  }

  /** The booking as it was agreed. */
  public Booking booking() {
    return new Booking(window, journey, needs, minutes);
  }
}
