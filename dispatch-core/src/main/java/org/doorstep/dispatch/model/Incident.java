package org.doorstep.dispatch.model;

import java.util.List;
import java.util.Optional;

/**
 * One need for help at one place, from its first call until it is closed.
 *
 * @param version counts every change that a person deciding about it would want to see, from 1; a
 *     new recommendation is none
 * @param booked what was agreed of its time, where it was booked
 */
public record Incident(
    IncidentId id,
    long version,
    Report report,
    Triage triage,
    Response response,
    Optional<Booked> booked) {

  /**
   * Whether somebody should be sent and no unit is on it: nobody has been sent yet, or a crew was
   * there and has left, and the one that was to follow it does not come. What is booked for later
   * does not wait.
   */
  public boolean isWaiting() {
    return response.jobs().isEmpty() && !isBookedAhead();
  }

  /** Whether it is booked and its time has not come: nobody is to be sent, no drive is asked. */
  public boolean isBookedAhead() {
    return booked.isPresent() && booked.get().releasedAt().isEmpty();
  }

  /** The live job of a unit here, if it has one. */
  public Optional<Job> findJob(UnitId unit) {
    for (Job job : response.jobs()) {
      if (job.unit().equals(unit)) {
        return Optional.of(job);
      }
    }
    return Optional.empty();
  }

  /** The same incident after a change that people see. */
  public Incident changed(Report nowReport, Triage nowTriage, Response nowResponse) {
    return new Incident(id, version + 1, nowReport, nowTriage, nowResponse, booked);
  }

  /** The same incident, booked otherwise or not at all; part of a change that people see. */
  public Incident withBooked(Optional<Booked> nowBooked) {
    return new Incident(id, version, report, triage, response, nowBooked);
  }

  /** The same incident, and the same version, after somebody has spoken with those who wait. */
  public Incident contacted(Contact now) {
    return new Incident(id, version, report.with(now), triage, response, booked);
  }

  /** The same incident with other live jobs. */
  public Incident withJobs(List<Job> live) {
    return changed(report, triage, response.withJobs(live));
  }

  /** The same incident, and the same version: nothing changed that a decision rests on. */
  public Incident annotated(Response nowResponse) {
    return new Incident(id, version, report, triage, nowResponse, booked);
  }
}
