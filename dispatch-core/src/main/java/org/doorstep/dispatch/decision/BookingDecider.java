package org.doorstep.dispatch.decision;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.doorstep.dispatch.command.BookingCommand;
import org.doorstep.dispatch.command.BookingCommand.ChangeBooking;
import org.doorstep.dispatch.command.BookingCommand.ReleaseBooking;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.DispatchEvent.BookingChanged;
import org.doorstep.dispatch.event.DispatchEvent.BookingReleased;
import org.doorstep.dispatch.model.Booked;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.BookingWindow;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;

/** Decides about booked journeys: what can be booked, booking anew, and releasing. */
record BookingDecider(DispatchView view) implements BookingCommand.BookingCases<Decision> {
  /** A change adds what the journey needs; a person takes needs off by setting the category. */
  @Override
  public Decision changeBooking(ChangeBooking command) {
    return onBooked(
        view,
        command.incident(),
        (incident, booked) ->
            findRefusal(incident, booked, command)
                .map(Decision::reject)
                .orElseGet(
                    () ->
                        Decision.accept(
                            new BookingChanged(
                                incident.id(),
                                command.booking(),
                                command.booking().needs().with(incident.triage().needs())))));
  }

  /** Why an incident of that category cannot be booked so at that moment. */
  static Optional<Rejection> findRefusal(Booking booking, Category category, Instant at) {
    if (!Booking.fits(category)) {
      return Optional.of(Rejection.BOOKING_UNFIT);
    }
    if (!booking.window().closes().isAfter(at)) {
      return Optional.of(Rejection.BOOKING_PAST);
    }
    return booking.window().opens().isAfter(at.plus(BookingWindow.AHEAD_MAX))
        ? Optional.of(Rejection.BOOKING_TOO_FAR)
        : Optional.empty();
  }

  private static Optional<Rejection> findRefusal(
      Incident incident, Booked booked, ChangeBooking command) {
    if (!incident.response().jobs().isEmpty() || incident.response().attended()) {
      return Optional.of(Rejection.BOOKING_UNDER_WAY);
    }
    Optional<Rejection> unfit =
        findRefusal(command.booking(), incident.triage().category(), command.head().at());
    if (unfit.isPresent()) {
      return unfit;
    }
    if (incident.version() != command.saw()) {
      return Optional.of(Rejection.SEEN_STATE_OUTDATED);
    }
    return booked.booking().equals(command.booking())
        ? Optional.of(Rejection.NOTHING_TO_CHANGE)
        : Optional.empty();
  }

  @Override
  public Decision releaseBooking(ReleaseBooking command) {
    return onBooked(
        view,
        command.incident(),
        (incident, booked) -> {
          if (booked.releasedAt().isPresent()) {
            return Decision.reject(Rejection.BOOKING_RELEASED);
          }
          return incident.version() != command.saw()
              ? Decision.reject(Rejection.SEEN_STATE_OUTDATED)
              : Decision.accept(new BookingReleased(incident.id()));
        });
  }

  /** Decides, unless the incident is booked and its time has not come. */
  static Decision unlessAhead(DispatchView view, IncidentId id, Supplier<Decision> then) {
    return view.findIncident(id).filter(Incident::isBookedAhead).isPresent()
        ? Decision.reject(Rejection.BOOKING_NOT_RELEASED)
        : then.get();
  }

  private static Decision onBooked(
      DispatchView view, IncidentId id, BiFunction<Incident, Booked, Decision> then) {
    return IncidentDecider.open(
        view,
        id,
        incident ->
            incident
                .booked()
                .map(booked -> then.apply(incident, booked))
                .orElseGet(() -> Decision.reject(Rejection.BOOKING_MISSING)));
  }
}
