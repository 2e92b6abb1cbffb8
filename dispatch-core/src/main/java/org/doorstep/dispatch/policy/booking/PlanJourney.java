package org.doorstep.dispatch.policy.booking;

import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.IncidentId;

/**
 * One booked journey that nobody has been sent to.
 *
 * @param needs what the unit must be able to do
 * @param origin where the patient is, as a place of the drives
 * @param destination where the patient goes, as a place of the drives
 */
public record PlanJourney(
    IncidentId incident, Booking booking, Capabilities needs, int origin, int destination) {

  long opensMillis() {
    return booking.window().opens().toEpochMilli();
  }

  long closesMillis() {
    return booking.window().closes().toEpochMilli();
  }

  /** When the patient must be there; the end of time where no appointment was made. */
  long arriveByMillis() {
    return booking.window().arriveBy().map(by -> by.toEpochMilli()).orElse(Long.MAX_VALUE);
  }
}
