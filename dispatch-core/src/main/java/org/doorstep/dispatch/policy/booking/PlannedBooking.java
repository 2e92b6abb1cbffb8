package org.doorstep.dispatch.policy.booking;

import java.time.Instant;
import java.util.List;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.UnitId;

/**
 * Who is proposed for a booked journey, and when.
 *
 * @param setOffAt when the unit leaves for it
 * @param startAt when it is with the patient, within the window
 * @param clearAt when it can do something else
 */
public record PlannedBooking(
    IncidentId incident,
    UnitId unit,
    Instant setOffAt,
    Instant startAt,
    Instant clearAt,
    List<PlanReason> reasons) {
  public PlannedBooking {
    reasons = List.copyOf(reasons);
  }
}
