package org.doorstep.dispatch.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A crew with a vehicle on a shift.
 *
 * @param version counts every change of what a desk would see of it, from 1
 * @param unavailable why it cannot be sent although it has no job; empty: it can
 * @param job the one live job it has; a unit never has two
 * @param since when availability or job last changed
 * @param duty what it has done on this shift
 */
public record ClinicalUnit(
    UnitId id,
    long version,
    Shift shift,
    Optional<UnavailableReason> unavailable,
    Optional<Job> job,
    Instant since,
    Duty duty) {

  /** A unit that has just come on shift, free. */
  public static ClinicalUnit signedOn(UnitId id, Shift shift, Instant at) {
    return new ClinicalUnit(id, 1, shift, Optional.empty(), Optional.empty(), at, Duty.begun(at));
  }

  /** Whether it could be sent now. */
  public boolean isAssignable() {
    return unavailable.isEmpty() && job.isEmpty();
  }

  /** The same unit with a job, or one step further in it. */
  public ClinicalUnit with(Job changed, Instant at) {
    return new ClinicalUnit(
        id, version + 1, shift, unavailable, Optional.of(changed), at, duty.unposted());
  }

  /** The same unit when its job has ended. */
  public ClinicalUnit withoutJob(Instant at) {
    Duty worked =
        job.map(ended -> duty.worked(Duration.between(ended.allocatedAt(), at))).orElse(duty);
    return new ClinicalUnit(id, version + 1, shift, unavailable, Optional.empty(), at, worked);
  }

  /** The same unit, sendable or not. */
  public ClinicalUnit withAvailability(Optional<UnavailableReason> reason, Instant at) {
    boolean rests = reason.filter(UnavailableReason.BREAK::equals).isPresent();
    return new ClinicalUnit(
        id, version + 1, shift, reason, job, at, rests ? duty.onBreak(at) : duty);
  }

  /** The same unit once told to stand by somewhere; it stays as free as it was. */
  public ClinicalUnit posted(Posting posting, MoveAdvice.Kind kind) {
    return new ClinicalUnit(
        id, version + 1, shift, unavailable, job, since, duty.posted(posting, kind));
  }
}
