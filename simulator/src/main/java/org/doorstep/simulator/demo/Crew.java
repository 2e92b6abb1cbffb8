package org.doorstep.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.routing.GeoPoint;
import org.doorstep.simulator.chance.Chance;
import org.jspecify.annotations.Nullable;

/**
 * A virtual crew: looks at the board, and gives at most one order at a time. One thread; knows no
 * clock and no network.
 *
 * <p>The board is the truth about its job: a stage that the desk has reported in its stead, a job
 * that is gone, or a place that was corrected changes what it does next.
 */
final class Crew {
  private static final double REFUSES = 0.015;
  private static final double RESTOCKS = 0.08;
  private static final double SHIFT_HOURS_MIN = 8;
  private static final double SHIFT_HOURS_MAX = 12;
  private static final double BREAK_HOURS_MIN = 3;
  private static final double BREAK_HOURS_MAX = 6;
  private static final Duration WAITS_AT_DOOR_MAX = Duration.ofMinutes(60);
  private static final int ASSESSES_AFTER_PART = 3;
  private static final Duration BREAK_EARLIER = Duration.ofMinutes(60);
  private static final Duration BREAK_LATER = Duration.ofMinutes(45);
  private static final Duration BREAK = Duration.ofMinutes(30);
  private static final Duration RESTOCKING = Duration.ofMinutes(12);
  private static final double MILLIS_PER_HOUR = 3_600_000;

  private final Fleet.Vehicle vehicle;
  private final Driving driving;
  private final JobTimes times;
  private final Chance chance;
  private final Chance clinical;
  private final Turn turn = new Turn();

  private boolean comesOnShift = true;
  private boolean knowsItself;
  private Instant breakDueAt = Instant.MAX;
  private Optional<UnavailableReason> pausePlanned = Optional.empty();
  private Optional<Instant> pauseEndsAt = Optional.empty();

  private Optional<BoardMirror.Job> job = Optional.empty();
  private Optional<String> heededStation = Optional.empty();
  private Optional<Bedside> bedside = Optional.empty();
  private Instant assessDueAt = Instant.MIN;
  private Instant stepDueAt = Instant.MIN;
  private boolean refuses;

  /** A crew that stands where {@code driving} says. */
  Crew(Fleet.Vehicle vehicle, Driving driving, JobTimes times, Chance chance, Chance clinical) {
    this.vehicle = vehicle;
    this.driving = driving;
    this.times = times;
    this.chance = chance;
    this.clinical = clinical;
  }

  String unit() {
    return vehicle.unit();
  }

  GeoPoint at(Instant now) {
    return driving.at(now);
  }

  boolean isMoving(Instant now) {
    return driving.isMoving(now);
  }

  /** What the crew does now, if anything; its outcome must be told to {@link #answered}. */
  Optional<Order> act(BoardMirror board, Patients patients, Instant now) {
    if (!turn.isMine(board, now)) {
      return Optional.empty();
    }
    Optional<Order> order =
        board
            .findUnit(unit())
            .map(self -> onShift(self, board, patients, now))
            .orElseGet(() -> offShift(now));
    if (order.isPresent()) {
      turn.ordered();
    }
    return order;
  }

  void answered(Outcome outcome, Instant now) {
    turn.answered(outcome, now);
  }

  private Optional<Order> offShift(Instant now) {
    job = Optional.empty();
    if (!comesOnShift) {
      return Optional.empty();
    }
    // A shift is told in the time of the wall: it is what the board shows and what others plan by.
    Instant endsAt = now.plus(hours(SHIFT_HOURS_MIN, SHIFT_HOURS_MAX));
    Duration toBreak = hours(0, BREAK_HOURS_MAX);
    breakDueAt = now.plus(times.faster(toBreak));
    return Optional.of(
        Order.of(
            "SignOnUnit",
            "unit",
            unit(),
            "shift",
            Order.of(
                    "Shift",
                    "kind",
                    vehicle.kind(),
                    "capabilities",
                    vehicle.capabilities(),
                    "base",
                    vehicle.base(),
                    "endsAt",
                    endsAt,
                    "rest",
                    rest(now.plus(toBreak)))
                .body()));
  }

  /** The break as it is agreed, in the time of the wall too: a crew faster than life is early. */
  private static Map<String, @Nullable Object> rest(Instant dueAt) {
    return Order.of(
            "BreakWindow",
            "from",
            dueAt.minus(BREAK_EARLIER),
            "until",
            dueAt.plus(BREAK_LATER),
            "minutes",
            BREAK.toMinutes())
        .body();
  }

  private Optional<Order> onShift(
      BoardMirror.Unit self, BoardMirror board, Patients patients, Instant now) {
    comesOnShift = false;
    if (!knowsItself) {
      knowsItself = true;
      if (breakDueAt.equals(Instant.MAX)) {
        breakDueAt = now.plus(times.faster(hours(0, BREAK_HOURS_MAX)));
      }
      // An earlier demo was stopped during a pause: it ends in this one.
      pauseEndsAt = self.unavailable().map(reason -> now.plus(times.faster(BREAK)));
    }
    if (self.job().isPresent()) {
      heededStation = Optional.empty();
      return onJob(self.job().get(), board, patients, now);
    }
    if (job.isPresent()) {
      goHome(now);
    }
    if (!self.station().equals(heededStation)) {
      heededStation = self.station();
      heededStation.ifPresent(station -> driving.toPost(station, now));
    }
    return atRest(self, now);
  }

  private Optional<Order> onJob(
      BoardMirror.Job seen, BoardMirror board, Patients patients, Instant now) {
    Optional<BoardMirror.Incident> incident = board.findIncident(seen.incident());
    if (incident.isEmpty()) {
      return Optional.empty();
    }
    if (job.filter(seen::equals).isEmpty()) {
      job = Optional.of(seen);
      stepDueAt = begin(seen.stage(), incident.get(), patients, now);
    } else if (seen.stage() == JobStage.MOBILE && incident.get().place().isPresent()) {
      stepDueAt = driving.keepTo(incident.get(), now).orElse(stepDueAt);
    }
    if (seen.stage().hasReachedScene() && patients.sequence() < turn.awaited()) {
      return Optional.empty();
    }
    return switch (seen.stage()) {
      case AT_PATIENT -> withPatient(seen, incident.get(), board, patients, now);
      case AT_DESTINATION -> atDestination(seen, patients, now);
      case HANDED_OVER -> beforeClear(seen, patients, now);
      default -> onTheWay(seen, incident.get(), now);
    };
  }

  private Optional<Order> onTheWay(
      BoardMirror.Job seen, BoardMirror.Incident incident, Instant now) {
    boolean knowsWhere = seen.stage() != JobStage.ACKNOWLEDGED || incident.place().isPresent();
    if (now.isBefore(stepDueAt) || !knowsWhere) {
      return Optional.empty();
    }
    if (seen.stage() == JobStage.ALLOCATED && refuses) {
      return Optional.of(
          Order.of(
              "RefuseJob",
              "incident",
              seen.incident(),
              "unit",
              unit(),
              "reason",
              JobEndReason.VEHICLE));
    }
    return report(seen, next(seen.stage()));
  }

  private Optional<Order> report(BoardMirror.Job seen, JobStage stage) {
    return Optional.of(
        Order.of("ReportJobStage", "incident", seen.incident(), "unit", unit(), "stage", stage));
  }

  private Optional<Order> withPatient(
      BoardMirror.Job seen,
      BoardMirror.Incident incident,
      BoardMirror board,
      Patients patients,
      Instant now) {
    if (now.isBefore(assessDueAt)) {
      return Optional.empty();
    }
    Bedside mine = bedside(incident);
    Optional<Order> care = mine.atScene(patients, now);
    if (care.isPresent() || now.isBefore(stepDueAt) || !mine.mayLeave(patients)) {
      return care;
    }
    if (!Bedside.isAcute(patients.find(patient(seen)))) {
      return mine.sign(patients, now).or(() -> report(seen, JobStage.CLEAR));
    }
    if (vehicle.canConvey()) {
      return report(seen, JobStage.LEFT_SCENE);
    }
    // A car waits with the patient until somebody who can convey has taken over.
    return isRelieved(incident, board) ? report(seen, JobStage.CLEAR) : Optional.empty();
  }

  private boolean isRelieved(BoardMirror.Incident incident, BoardMirror board) {
    return incident.units().stream()
        .filter(other -> !other.equals(unit()))
        .flatMap(other -> board.findUnit(other).stream())
        .flatMap(other -> other.job().stream())
        .anyMatch(other -> other.stage().compareTo(JobStage.AT_PATIENT) >= 0);
  }

  /** The hospital takes over by name; one that has nobody free in an hour is left without. */
  private Optional<Order> atDestination(BoardMirror.Job seen, Patients patients, Instant now) {
    boolean received = patients.find(patient(seen)).filter(CareView::received).isPresent();
    return received || !now.isBefore(stepDueAt)
        ? report(seen, JobStage.HANDED_OVER)
        : Optional.empty();
  }

  private Optional<Order> beforeClear(BoardMirror.Job seen, Patients patients, Instant now) {
    if (now.isBefore(stepDueAt)) {
      return Optional.empty();
    }
    return bedside.flatMap(mine -> mine.sign(patients, now)).or(() -> report(seen, JobStage.CLEAR));
  }

  private Bedside bedside(BoardMirror.Incident incident) {
    return bedside.orElseGet(
        () -> {
          Course course = Course.draw(incident.category(), clinical);
          int answerSeconds = times.answerSeconds();
          Bedside made = new Bedside(patient(incident), course, answerSeconds, clinical);
          bedside = Optional.of(made);
          return made;
        });
  }

  private static CareView.Ref patient(BoardMirror.Job seen) {
    return new CareView.Ref(seen.incident(), 1);
  }

  private static CareView.Ref patient(BoardMirror.Incident incident) {
    return new CareView.Ref(incident.incident(), 1);
  }

  /** Begins what follows a stage; answers when it is done. */
  private Instant begin(
      JobStage stage, BoardMirror.Incident incident, Patients patients, Instant now) {
    return switch (stage) {
      case ALLOCATED -> {
        driving.stop(now);
        bedside = Optional.empty();
        refuses = chance.happens(REFUSES);
        yield now.plus(times.toAcknowledge(chance));
      }
      case ACKNOWLEDGED -> now.plus(times.toSetOff(chance));
      case MOBILE -> driving.toScene(incident, now);
      case AT_SCENE -> {
        driving.stop(now);
        yield now.plus(times.toPatient(chance));
      }
      case AT_PATIENT -> {
        boolean conveys = bedside(incident).isConveying();
        Duration with = times.withPatient(incident.category(), conveys, clinical);
        assessDueAt = now.plus(with.dividedBy(ASSESSES_AFTER_PART));
        yield now.plus(with);
      }
      case LEFT_SCENE ->
          driving.toDestination(destination(incident, patients), incident.category(), now);
      case AT_DESTINATION -> {
        driving.stop(now);
        yield now.plus(times.faster(WAITS_AT_DOOR_MAX));
      }
      case HANDED_OVER -> now.plus(times.toClear(clinical));
      case CLEAR -> now;
    };
  }

  private static Optional<String> destination(BoardMirror.Incident incident, Patients patients) {
    return patients
        .find(patient(incident))
        .flatMap(CareView::choice)
        .flatMap(CareView.Choice::destination);
  }

  private static JobStage next(JobStage stage) {
    return switch (stage) {
      case ALLOCATED -> JobStage.ACKNOWLEDGED;
      case ACKNOWLEDGED -> JobStage.MOBILE;
      case MOBILE -> JobStage.AT_SCENE;
      case AT_SCENE -> JobStage.AT_PATIENT;
      case AT_PATIENT -> JobStage.LEFT_SCENE;
      case LEFT_SCENE -> JobStage.AT_DESTINATION;
      case AT_DESTINATION -> JobStage.HANDED_OVER;
      case HANDED_OVER, CLEAR -> JobStage.CLEAR;
    };
  }

  private void goHome(Instant now) {
    boolean done = job.filter(last -> last.stage().hasReachedScene()).isPresent();
    job = Optional.empty();
    if (refuses && !done) {
      pausePlanned = Optional.of(UnavailableReason.VEHICLE_OFF_ROAD);
    } else if (done && chance.happens(RESTOCKS)) {
      pausePlanned = Optional.of(UnavailableReason.RESTOCKING);
    }
    refuses = false;
    driving.home(chance, now);
  }

  private Optional<Order> atRest(BoardMirror.Unit self, Instant now) {
    if (!now.isBefore(self.shiftEndsAt())) {
      comesOnShift = true;
      return Optional.of(Order.of("SignOffUnit", "unit", unit()));
    }
    if (self.unavailable().isPresent()) {
      takeBreakOfDesk(self, now);
      // Without a pause of its own somebody at the desk has taken it off; that is theirs to end.
      return pauseEndsAt
          .filter(end -> !now.isBefore(end))
          .map(end -> Order.of("MakeUnitAvailable", "unit", unit()));
    }
    pauseEndsAt = Optional.empty();
    if (!now.isBefore(breakDueAt) && !isMoving(now)) {
      pausePlanned = Optional.of(UnavailableReason.BREAK);
      breakDueAt = now.plus(times.faster(hours(BREAK_HOURS_MIN, BREAK_HOURS_MAX)));
    }
    return pausePlanned.map(reason -> pause(reason, now));
  }

  /** A break that the desk has given is one like any other. */
  private void takeBreakOfDesk(BoardMirror.Unit self, Instant now) {
    boolean given = self.unavailable().filter(UnavailableReason.BREAK::equals).isPresent();
    if (given && pauseEndsAt.isEmpty()) {
      pauseEndsAt = Optional.of(now.plus(times.faster(BREAK)));
      breakDueAt = now.plus(times.faster(hours(BREAK_HOURS_MIN, BREAK_HOURS_MAX)));
    }
  }

  private Order pause(UnavailableReason reason, Instant now) {
    pausePlanned = Optional.empty();
    pauseEndsAt =
        Optional.of(now.plus(times.faster(reason == UnavailableReason.BREAK ? BREAK : RESTOCKING)));
    return Order.of("MakeUnitUnavailable", "unit", unit(), "reason", reason);
  }

  private Duration hours(double least, double most) {
    return Duration.ofMillis((long) (chance.between(least, most) * MILLIS_PER_HOUR));
  }
}
