package org.doorstep.dispatch.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.event.DispatchEvent.IncidentRecategorised;
import org.doorstep.dispatch.model.Booked;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.Response;

/** What another category or another booking means for clock, booking and response. */
final class Changes {
  private Changes() {}

  /** Who is booked is waited for from the opening of the window, never from before the call. */
  static Instant clockOf(Optional<Booking> booking, Instant openedAt) {
    return booking
        .map(each -> each.window().opens())
        .filter(opens -> opens.isAfter(openedAt))
        .orElse(openedAt);
  }

  /** Who is more urgent than when booked does not wait for the window; an emergency has none. */
  static Optional<Booked> bookedStill(Incident incident, IncidentRecategorised event, Instant at) {
    if (!Booking.fits(event.category())) {
      return Optional.empty();
    }
    return event.clockRestarted() && incident.isBookedAhead()
        ? incident.booked().map(booked -> booked.released(at))
        : incident.booked();
  }

  /** From when more than one unit may be needed, it counts who is there already. */
  static Response withThoseThere(
      Response response, Incident incident, IncidentRecategorised event, DispatchView view) {
    if (!incident.triage().further().isEmpty() || event.further().isEmpty()) {
      return response;
    }
    List<Capabilities> there = new ArrayList<>();
    for (Job job : response.jobs()) {
      if (job.stage().hasReachedScene()) {
        view.findUnit(job.unit()).ifPresent(unit -> there.add(unit.shift().capabilities()));
      }
    }
    return response.withReached(there);
  }
}
