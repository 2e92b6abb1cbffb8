package org.doorstep.server.board;

import java.time.Instant;
import java.util.Optional;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.model.BreakWindow;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Duty;
import org.doorstep.dispatch.model.Emergency;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;

/**
 * A unit on shift as a board shows it.
 *
 * @param rest when its break is due; empty where none is planned
 * @param duty what it has done on this shift, and where it was told to stand by
 * @param stoodDown from where it was last taken off, as long as that can still be news to its crew
 */
public record BoardUnit(
    UnitId unit,
    long version,
    UnitKind kind,
    Capabilities capabilities,
    String base,
    Instant shiftEndsAt,
    Instant since,
    Optional<UnavailableReason> unavailable,
    Optional<UnitJob> job,
    Optional<ShownEmergency> emergency,
    Optional<BreakWindow> rest,
    Duty duty,
    Optional<StoodDown> stoodDown) {

  /** The job it is on. */
  public record UnitJob(IncidentId incident, JobStage stage, Instant since) {
    static UnitJob of(Job job) {
      return new UnitJob(job.incident(), job.stage(), job.since());
    }
  }

  /** It was taken off an incident. */
  public record StoodDown(IncidentId incident, JobEndReason reason, Instant at) {}

  /** The crew calls for urgent help. */
  public record ShownEmergency(Instant raisedAt, boolean acknowledged) {
    static ShownEmergency of(Emergency emergency) {
      return new ShownEmergency(emergency.raisedAt(), emergency.acknowledgedBy().isPresent());
    }
  }

  static BoardUnit of(ClinicalUnit unit, DispatchView area, Optional<StoodDown> stoodDown) {
    return new BoardUnit(
        unit.id(),
        unit.version(),
        unit.shift().kind(),
        unit.shift().capabilities(),
        unit.shift().base(),
        unit.shift().endsAt(),
        unit.since(),
        unit.unavailable(),
        unit.job().map(UnitJob::of),
        area.findEmergency(unit.id()).map(ShownEmergency::of),
        unit.shift().rest(),
        unit.duty(),
        stoodDown);
  }
}
