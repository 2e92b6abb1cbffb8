package org.doorstep.dispatch.model;

import java.time.Instant;

/**
 * One unit's commitment to one incident.
 *
 * @param since when the present stage was reported
 * @param allocatedAt when the unit was committed
 */
public record Job(
    JobId id,
    IncidentId incident,
    UnitId unit,
    JobStage stage,
    Instant since,
    Instant allocatedAt) {

  /** The same job, one report later. */
  public Job at(JobStage reported, Instant when) {
    return new Job(id, incident, unit, reported, when, allocatedAt);
  }
}
