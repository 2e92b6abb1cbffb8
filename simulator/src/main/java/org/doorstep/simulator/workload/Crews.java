package org.doorstep.simulator.workload;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.JobId;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.Shift;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.chance.Chance;

/**
 * The crews: each knows of a job when it is told, and from then on does what the board says comes
 * next, step for step, until it has none. Some do not answer, some cannot go.
 */
final class Crews {
  private static final double SILENT = 0.03;
  private static final double REFUSES = 0.04;
  private static final double CALLS_FOR_HELP = 0.01;
  private static final double SHIFT_HOURS = 12;
  private static final double HOUR_SECONDS = 3_600;
  private static final int AMBULANCES = 9;

  private final Errands errands;
  private final Town town;
  private final Bedside bedside;
  private final Chance chance;
  private final Set<UnitId> acting = new TreeSet<>();
  // Looked up, never iterated.
  private final Set<JobId> known = new HashSet<>();
  private boolean resting = true;

  Crews(Errands errands, Town town, Bedside bedside, Chance chance) {
    this.errands = errands;
    this.town = town;
    this.bedside = bedside;
    this.chance = chance;
  }

  /** All come on shift, and take breaks from time to time. */
  void begin() {
    for (int number = 0; number < Town.UNITS; number++) {
      UnitId unit = Town.unit(number);
      town.arrive(unit, chance.whole(0, Town.LENGTH_METERS));
      signOn(unit, number < AMBULANCES, chance.between(0, 60));
      rest(unit, number < AMBULANCES);
    }
  }

  /** Nobody goes for a break or home any more. */
  void endRests() {
    resting = false;
  }

  /** A crew is told of a job, perhaps again. */
  void told(UnitId unit, JobId job) {
    if (known.add(job) && chance.happens(SILENT)) {
      return;
    }
    act(unit);
  }

  private void act(UnitId unit) {
    Optional<Job> job = errands.board().findUnit(unit).flatMap(ClinicalUnit::job);
    if (job.isPresent() && acting.add(unit)) {
      errands.run(
          seconds(job.get()),
          "crew-" + unit.value(),
          (board, head) -> next(board, head, unit),
          () -> {
            acting.remove(unit);
            act(unit);
          });
    }
  }

  private double seconds(Job job) {
    return switch (job.stage()) {
      case ALLOCATED, ACKNOWLEDGED -> chance.between(2, 30);
      case MOBILE -> town.driveMillis(job.unit(), meters(job.incident())) / 1_000.0 + 5;
      case AT_SCENE -> chance.between(5, 40);
      case AT_PATIENT -> chance.between(8, 40);
      case LEFT_SCENE -> town.driveMillisToHospital(job.unit()) / 1_000.0 + 20;
      case AT_DESTINATION, HANDED_OVER, CLEAR -> chance.between(10, 40);
    };
  }

  private Optional<Command> next(DispatchView board, CommandHead head, UnitId unit) {
    Optional<Job> found = board.findUnit(unit).flatMap(ClinicalUnit::job);
    Optional<Incident> incident = found.flatMap(job -> board.findIncident(job.incident()));
    if (found.isEmpty() || incident.isEmpty()) {
      return Optional.empty();
    }
    Job job = found.get();
    return switch (job.stage()) {
      case ALLOCATED ->
          chance.happens(REFUSES)
              ? Optional.of(
                  new Command.RefuseJob(head, job.incident(), unit, JobEndReason.NOT_SUITED))
              : report(head, job, JobStage.ACKNOWLEDGED);
      case ACKNOWLEDGED -> report(head, job, JobStage.MOBILE);
      case MOBILE -> {
        town.arrive(unit, meters(job.incident()));
        yield report(head, job, JobStage.AT_SCENE);
      }
      case AT_SCENE -> {
        callForHelp(unit);
        yield report(head, job, JobStage.AT_PATIENT);
      }
      case AT_PATIENT -> atPatient(board, head, job, incident.get());
      case LEFT_SCENE -> {
        town.arriveAtHospital(unit);
        yield report(head, job, JobStage.AT_DESTINATION);
      }
      case AT_DESTINATION ->
          bedside.isReceived(board, job.incident())
              ? report(head, job, JobStage.HANDED_OVER)
              : Optional.empty();
      case HANDED_OVER, CLEAR ->
          bedside
              .nextAfterArrival(board, head, job.incident())
              .or(() -> report(head, job, JobStage.CLEAR));
    };
  }

  private Optional<Command> atPatient(
      DispatchView board, CommandHead head, Job job, Incident incident) {
    boolean othersDrive =
        incident.response().jobs().stream()
            .anyMatch(
                other ->
                    !other.unit().equals(job.unit())
                        && other.stage().compareTo(JobStage.LEFT_SCENE) >= 0);
    if (othersDrive) {
      return report(head, job, JobStage.CLEAR);
    }
    Bedside.Step step = bedside.next(board, head, incident.id());
    return step.command().isPresent() || step.waits()
        ? step.command()
        : report(head, job, step.conveys() ? JobStage.LEFT_SCENE : JobStage.CLEAR);
  }

  private static Optional<Command> report(CommandHead head, Job job, JobStage stage) {
    return Optional.of(new Command.ReportJobStage(head, job.incident(), job.unit(), stage));
  }

  private int meters(IncidentId incident) {
    return Town.metersOf(
        errands.board().findIncident(incident).flatMap(each -> each.report().place()));
  }

  private void signOn(UnitId unit, boolean ambulance, double seconds) {
    errands.run(
        seconds,
        "crew-" + unit.value(),
        (board, head) ->
            board.findUnit(unit).isPresent()
                ? Optional.empty()
                : Optional.of(
                    new Command.SignOnUnit(
                        head,
                        unit,
                        new Shift(
                            ambulance ? UnitKind.AMBULANCE : UnitKind.PARAMEDIC_CAR,
                            ambulance ? Town.TRANSPORT : Town.ANY,
                            "Town",
                            errands.now().plusSeconds((long) (SHIFT_HOURS * HOUR_SECONDS))))));
  }

  /** A break, or the end of one shift and the beginning of the next, when there is no job. */
  private void rest(UnitId unit, boolean ambulance) {
    errands.in(
        chance.between(1_200, 3_600),
        () -> {
          if (!resting) {
            return;
          }
          if (chance.happens(0.3)) {
            whenIdle(unit, head -> new Command.SignOffUnit(head, unit));
            signOn(unit, ambulance, chance.between(30, 90));
          } else {
            whenIdle(
                unit, head -> new Command.MakeUnitUnavailable(head, unit, UnavailableReason.BREAK));
            endBreak(unit);
          }
          rest(unit, ambulance);
        });
  }

  private void whenIdle(UnitId unit, Function<CommandHead, Command> command) {
    errands.run(
        0,
        "crew-" + unit.value(),
        (board, head) ->
            board
                .findUnit(unit)
                .filter(ClinicalUnit::isAssignable)
                .map(idle -> command.apply(head)));
  }

  private void endBreak(UnitId unit) {
    errands.run(
        chance.between(120, 420),
        "crew-" + unit.value(),
        (board, head) ->
            board
                .findUnit(unit)
                .filter(each -> each.unavailable().isPresent())
                .map(each -> new Command.MakeUnitAvailable(head, unit)));
  }

  private void callForHelp(UnitId unit) {
    if (!chance.happens(CALLS_FOR_HELP)) {
      return;
    }
    errands.run(0, "crew-" + unit.value(), (board, head) -> raise(board, head, unit));
    errands.run(
        20,
        "desk",
        (board, head) ->
            board.findEmergency(unit).map(e -> new Command.AcknowledgeEmergency(head, unit)));
    errands.run(
        90,
        "desk",
        (board, head) -> board.findEmergency(unit).map(e -> new Command.EndEmergency(head, unit)));
  }

  private static Optional<Command> raise(DispatchView board, CommandHead head, UnitId unit) {
    return board.findEmergency(unit).isPresent()
        ? Optional.empty()
        : Optional.of(new Command.RaiseEmergency(head, unit));
  }
}
