package org.doorstep.dispatch.policy.booking;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.IncidentId;

/**
 * A plan of booked journeys: each is in one of the lists.
 *
 * @param policy name and version
 * @param cost in the measure of {@link BookingPlan}: what the search made small
 * @param planned in the order of incidents
 * @param unplanned in the order of incidents
 */
public record BookingProposal(
    String policy, long cost, List<PlannedBooking> planned, List<UnplannedBooking> unplanned) {
  public BookingProposal {
    planned = List.copyOf(planned);
    unplanned = List.copyOf(unplanned);
  }

  /** What is proposed for an incident, if anything is. */
  public Optional<PlannedBooking> findPlanned(IncidentId incident) {
    return planned.stream().filter(each -> each.incident().equals(incident)).findFirst();
  }

  /** What stands in the way of an incident, if anything does. */
  public Optional<UnplannedBooking> findUnplanned(IncidentId incident) {
    return unplanned.stream().filter(each -> each.incident().equals(incident)).findFirst();
  }
}
