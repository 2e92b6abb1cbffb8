package org.doorstep.server.board;

import java.time.Instant;
import java.util.Optional;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;

/** A unit on shift as a board shows it. */
public record BoardUnit(
    UnitId unit,
    long version,
    UnitKind kind,
    Capabilities capabilities,
    String base,
    Instant shiftEndsAt,
    Instant since,
    Optional<UnavailableReason> unavailable,
    Optional<UnitJob> job) {

  /** The job it is on. */
  public record UnitJob(IncidentId incident, JobStage stage, Instant since) {
    static UnitJob of(Job job) {
      return new UnitJob(job.incident(), job.stage(), job.since());
    }
  }

  static BoardUnit of(ClinicalUnit unit) {
    return new BoardUnit(
        unit.id(),
        unit.version(),
        unit.shift().kind(),
        unit.shift().capabilities(),
        unit.shift().base(),
        unit.shift().endsAt(),
        unit.since(),
        unit.unavailable(),
        unit.job().map(UnitJob::of));
  }
}
