package org.doorstep.dispatch.golden;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.doorstep.dispatch.command.Command.ReportJobStage;
import org.doorstep.dispatch.event.DispatchEvent.JobRefused;
import org.doorstep.dispatch.event.DispatchEvent.JobStageReported;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
import org.doorstep.dispatch.event.FleetEvent.UnitPosted;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.golden.GridTown.Spot;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.JobId;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.UnitId;

/** The crews of the town: they set off after half a minute and report each step. */
final class Crews implements GoldenArea.Listener {
  private static final Duration SETS_OFF = Duration.ofSeconds(30);

  private final GoldenArea area;
  private final Agenda agenda;

  Crews(GoldenArea area, Agenda agenda) {
    this.area = area;
    this.agenda = agenda;
  }

  @Override
  public void happened(LoggedEvent logged) {
    if (logged.event() instanceof UnitAssigned sent) {
      JobId job = new JobId(logged.sequence());
      agenda.at(area.now().plus(SETS_OFF), () -> setOff(sent.unit(), job));
    } else if (logged.event() instanceof UnitStoodDown left) {
      area.crew(left.unit()).stop(area.now());
    } else if (logged.event() instanceof JobRefused left) {
      area.crew(left.unit()).stop(area.now());
    } else if (logged.event() instanceof UnitPosted posted) {
      Spot station = GridTown.station(posted.station());
      Crew crew = area.crew(posted.unit());
      crew.drive(station, crew.at(area.now()).normalMillis(station), area.now());
    } else if (logged.event() instanceof JobStageReported at && at.stage() == JobStage.LEFT_SCENE) {
      drive(at.unit(), GridTown.HOSPITAL, JobStage.AT_DESTINATION);
    }
  }

  private void setOff(UnitId unit, JobId id) {
    Optional<Job> job = job(unit).filter(has -> has.id().equals(id));
    if (job.isPresent()) {
      report(job.get().incident(), unit, JobStage.MOBILE);
      drive(unit, area.place(job.get().incident()), JobStage.AT_SCENE);
    }
  }

  private void drive(UnitId unit, Spot there, JobStage then) {
    Crew crew = area.crew(unit);
    Instant arrives = crew.drive(there, crew.at(area.now()).driveMillis(there), area.now());
    Optional<JobId> id = job(unit).map(Job::id);
    agenda.at(
        arrives,
        () ->
            job(unit)
                .filter(has -> id.filter(has.id()::equals).isPresent())
                .ifPresent(has -> report(has.incident(), unit, then)));
  }

  void report(IncidentId incident, UnitId unit, JobStage stage) {
    area.give(head -> new ReportJobStage(head, incident, unit, stage));
  }

  Optional<Job> job(UnitId unit) {
    return area.view().findUnit(unit).flatMap(each -> each.job());
  }
}
