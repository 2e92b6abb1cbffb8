package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A crew with a vehicle on a shift.
 *
 * @param version counts every change of what a desk would see of it, from 1
 * @param unavailable why it cannot be sent although it has no job; empty: it can
 * @param job the one live job it has; a unit never has two
 * @param since when availability or job last changed
 */
public record ClinicalUnit(
    UnitId id,
    long version,
    Shift shift,
    Optional<UnavailableReason> unavailable,
    Optional<Job> job,
    Instant since) {

  /** Whether it could be sent now. */
  public boolean isAssignable() {
    return unavailable.isEmpty() && job.isEmpty();
  }

  /** The same unit with another job, or none. */
  public ClinicalUnit with(Optional<Job> changed, Instant at) {
    return new ClinicalUnit(id, version + 1, shift, unavailable, changed, at);
  }

  /** The same unit, sendable or not. */
  public ClinicalUnit withAvailability(Optional<UnavailableReason> reason, Instant at) {
    return new ClinicalUnit(id, version + 1, shift, reason, job, at);
  }
}
