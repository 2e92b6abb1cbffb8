package org.doorstep.dispatch.policy.booking;

import org.doorstep.dispatch.model.IncidentId;

/** A booked journey that nobody can be proposed for, and what stands in its way. */
public record UnplannedBooking(IncidentId incident, PlanReason reason) {}
