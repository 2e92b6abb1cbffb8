package org.doorstep.dispatch.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.doorstep.dispatch.command.Command.AssignUnit;
import org.doorstep.dispatch.command.Command.RefuseJob;
import org.doorstep.dispatch.command.Command.ReportJobStage;
import org.doorstep.dispatch.command.Command.StandDownUnit;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.event.DispatchEvent.JobRefused;
import org.doorstep.dispatch.event.DispatchEvent.JobStageReported;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
import org.doorstep.dispatch.model.Candidate;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.policy.area.DispatchPolicy;

/** Decides about jobs: who is sent, and how far they are. */
final class JobDecider {
  private JobDecider() {}

  /** Commits the unit that was named; refusals run from the most to the least permanent. */
  static Decision assign(DispatchView view, DispatchPolicy policy, AssignUnit command) {
    return IncidentDecider.open(
        view,
        command.incident(),
        incident -> {
          Optional<ClinicalUnit> unit = view.findUnit(command.unit());
          if (unit.isEmpty()) {
            return Decision.reject(Rejection.UNIT_UNKNOWN);
          }
          return findRefusal(view, policy, incident, unit.get(), command)
              .map(Decision::reject)
              .orElseGet(() -> sent(view, incident, command));
        });
  }

  private static Optional<Rejection> findRefusal(
      DispatchView view,
      DispatchPolicy policy,
      Incident incident,
      ClinicalUnit unit,
      AssignUnit command) {
    if (!isCapable(view, incident, unit)) {
      return Optional.of(Rejection.UNIT_NOT_CAPABLE);
    }
    if (command.divertsFrom().isPresent()) {
      Optional<Rejection> bound = Diverts.findRefusal(view, policy, incident, unit, command);
      if (bound.isPresent()) {
        return bound;
      }
    } else if (unit.job().isPresent()) {
      return Optional.of(Rejection.UNIT_ON_JOB);
    }
    if (unit.unavailable().isPresent()) {
      return Optional.of(Rejection.UNIT_NOT_ASSIGNABLE);
    }
    if (!command.saw().matches(incident, unit)) {
      return Optional.of(Rejection.SEEN_STATE_OUTDATED);
    }
    if (command.recommendation().isPresent() && findRecommendation(incident, command).isEmpty()) {
      return Optional.of(Rejection.RECOMMENDATION_UNKNOWN);
    }
    if (command.overrideReason().isEmpty() && !isFirstOfRecommendation(incident, command)) {
      return Optional.of(Rejection.OVERRIDE_REASON_MISSING);
    }
    return Optional.empty();
  }

  /** Whether the unit can do what the first unit had to, or what is still lacking. */
  static boolean isCapable(DispatchView view, Incident incident, ClinicalUnit unit) {
    Capabilities able = unit.shift().capabilities();
    if (able.meet(incident.triage().needs())) {
      return true;
    }
    return !incident.triage().further().isEmpty()
        && ResponseNeeds.listUnmet(view, incident).stream().anyMatch(able::meet);
  }

  /** A unit that is diverted first ends its other job: it never has two. */
  private static Decision sent(DispatchView view, Incident incident, AssignUnit command) {
    UnitAssigned assigned = assigned(incident, command);
    if (command.divertsFrom().isEmpty()) {
      return Decision.accept(assigned);
    }
    List<DispatchEvent> events =
        new ArrayList<>(
            Diverts.leave(
                view, command.divertsFrom().get(), command.unit(), JobEndReason.MORE_URGENT_CALL));
    events.add(assigned);
    return Decision.accept(events.toArray(DispatchEvent[]::new));
  }

  private static Optional<Recommendation> findRecommendation(
      Incident incident, AssignUnit command) {
    return incident
        .response()
        .recommendation()
        .filter(latest -> command.recommendation().filter(n -> n == latest.number()).isPresent());
  }

  private static boolean isFirstOfRecommendation(Incident incident, AssignUnit command) {
    return findRecommendation(incident, command)
        .filter(Recommendation::isToSend)
        .map(latest -> latest.candidates().get(0))
        .filter(first -> first.unit().equals(command.unit()))
        .filter(first -> first.divertsFrom().equals(command.divertsFrom()))
        .isPresent();
  }

  private static UnitAssigned assigned(Incident incident, AssignUnit command) {
    Optional<Integer> drive = Optional.empty();
    Optional<Recommendation> latest = findRecommendation(incident, command);
    if (latest.isPresent()) {
      for (Candidate candidate : latest.get().candidates()) {
        if (candidate.unit().equals(command.unit())) {
          drive = Optional.of(candidate.driveMillis());
        }
      }
    }
    return new UnitAssigned(
        incident.id(), command.unit(), command.recommendation(), command.overrideReason(), drive);
  }

  static Decision report(DispatchView view, ReportJobStage command) {
    return onJob(
        view,
        command.incident(),
        command.unit(),
        (incident, job) -> {
          boolean clearsTooEarly =
              command.stage() == JobStage.CLEAR && !job.stage().hasReachedScene();
          if (command.stage().compareTo(job.stage()) <= 0 || clearsTooEarly) {
            return Decision.reject(Rejection.STAGE_OUT_OF_ORDER);
          }
          var reported = new JobStageReported(incident.id(), job.unit(), command.stage());
          boolean last = !command.stage().isLive() && incident.response().jobs().size() == 1;
          return last
              ? clearLast(view.listPatients(incident.id()), reported)
              : Decision.accept(reported);
        });
  }

  private static Decision clearLast(List<Patient> patients, JobStageReported reported) {
    return Consequences.findObstacle(patients)
        .map(Decision::reject)
        .orElseGet(
            () ->
                Decision.accept(
                    reported, new IncidentClosed(reported.incident(), CloseReason.CREWS_CLEAR)));
  }

  static Decision refuse(DispatchView view, RefuseJob command) {
    return onJob(
        view,
        command.incident(),
        command.unit(),
        (incident, job) ->
            job.stage().hasReachedScene()
                ? Decision.reject(Rejection.SCENE_REACHED)
                : ended(
                    view, incident, new JobRefused(incident.id(), job.unit(), command.reason())));
  }

  static Decision standDown(DispatchView view, StandDownUnit command) {
    return onJob(
        view,
        command.incident(),
        command.unit(),
        (incident, job) -> {
          if (job.stage().hasReachedScene()) {
            return Decision.reject(Rejection.SCENE_REACHED);
          }
          Optional<ClinicalUnit> unit = view.findUnit(job.unit());
          boolean seen = unit.filter(u -> command.saw().matches(incident, u)).isPresent();
          return seen
              ? ended(
                  view, incident, new UnitStoodDown(incident.id(), job.unit(), command.reason()))
              : Decision.reject(Rejection.SEEN_STATE_OUTDATED);
        });
  }

  private static Decision ended(DispatchView view, Incident incident, DispatchEvent event) {
    return Decision.accept(Diverts.ended(view, incident, event).toArray(DispatchEvent[]::new));
  }

  private static Decision onJob(
      DispatchView view, IncidentId id, UnitId unit, BiFunction<Incident, Job, Decision> then) {
    return IncidentDecider.open(
        view,
        id,
        incident ->
            incident
                .findJob(unit)
                .map(job -> then.apply(incident, job))
                .orElseGet(() -> Decision.reject(Rejection.JOB_UNKNOWN)));
  }
}
