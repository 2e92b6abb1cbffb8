package org.doorstep.server.board;

import java.time.Instant;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.UnitId;

/** A live job as an incident shows it. */
public record BoardJob(UnitId unit, JobStage stage, Instant since, Instant allocatedAt) {
  static BoardJob of(Job job) {
    return new BoardJob(job.unit(), job.stage(), job.since(), job.allocatedAt());
  }
}
