package org.doorstep.simulator.world.crew;

import java.util.Optional;
import org.doorstep.dispatch.command.Command.ReportJobStage;
import org.doorstep.dispatch.effect.Effect.NotifyCrew;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobId;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.simulator.scenario.JobTimes;
import org.doorstep.simulator.scenario.Quantiles;
import org.doorstep.simulator.scenario.SceneTimes;
import org.doorstep.simulator.start.LiveChoice;
import org.doorstep.simulator.world.demand.Call;
import org.doorstep.simulator.world.demand.Draws;

/** One crew's job, step by step, each reported when it happens. Confined to one thread. */
final class CrewJob {
  private final Ground ground;
  private final Crew crew;
  private final JobId id;
  private final IncidentId incident;
  private final Call call;
  private final Scene scene;
  private final Draws.Job draws;
  private boolean stopped;
  private boolean atPatient;

  CrewJob(Ground ground, Crew crew, NotifyCrew order, Call call, Scene scene) {
    this.ground = ground;
    this.crew = crew;
    this.id = order.job();
    this.incident = order.incident();
    this.call = call;
    this.scene = scene;
    this.draws = call.draws().job(scene.join(this));
  }

  JobId id() {
    return id;
  }

  IncidentId incident() {
    return incident;
  }

  Crew crew() {
    return crew;
  }

  boolean conveys() {
    return crew.conveys();
  }

  boolean isAtPatient() {
    return atPatient;
  }

  boolean isStopped() {
    return stopped;
  }

  /** Nothing more comes of it. */
  void stop() {
    stopped = true;
    scene.leave(this);
  }

  /**
   * Sets off.
   *
   * @param predictedMillis the drive to the scene as the decision believed
   * @param atBase whether the crew has to come out of a building
   */
  void begin(int predictedMillis, boolean atBase) {
    JobTimes times = ground.scenario().work().jobs();
    Quantiles turnout = atBase ? times.turnoutAtBase() : times.turnoutOnRoad();
    after(
        times.acknowledge().millis(draws.steps().acknowledge()),
        () -> acknowledge(predictedMillis, turnout));
  }

  private void acknowledge(int predictedMillis, Quantiles turnout) {
    report(
        JobStage.ACKNOWLEDGED,
        () -> after(turnout.millis(draws.steps().turnout()), () -> setOff(predictedMillis)));
  }

  private void setOff(int predictedMillis) {
    report(JobStage.MOBILE, () -> drive(predictedMillis));
  }

  private void drive(int predictedMillis) {
    long takes = ground.drive(predictedMillis, draws.traffic());
    crew.drives(call.place(), takes);
    Quantiles toPatient = ground.scenario().work().jobs().toPatient();
    after(
        takes,
        () ->
            report(
                JobStage.AT_SCENE,
                () -> after(toPatient.millis(draws.steps().toPatient()), this::reach)));
  }

  private void reach() {
    report(JobStage.AT_PATIENT, this::arrived);
  }

  /**
   * Goes on from a stage that was reached before the world began to act.
   *
   * @param lastedMillis how long ago that was
   * @param driveMillis the drive from where the crew is to the scene, by the table
   */
  void takenOver(JobStage stage, long lastedMillis, int driveMillis, Optional<LiveChoice> known) {
    JobTimes times = ground.scenario().work().jobs();
    switch (stage) {
      case ALLOCATED ->
          after(
              times.acknowledge().leftMillis(draws.steps().acknowledge(), lastedMillis),
              () -> acknowledge(driveMillis, times.turnoutOnRoad()));
      case ACKNOWLEDGED ->
          after(
              times.turnoutOnRoad().leftMillis(draws.steps().turnout(), lastedMillis),
              () -> setOff(driveMillis));
      case MOBILE -> drive(driveMillis);
      case AT_SCENE -> {
        crew.stands(call.place());
        after(times.toPatient().leftMillis(draws.steps().toPatient(), lastedMillis), this::reach);
      }
      case AT_PATIENT -> {
        crew.stands(call.place());
        atPatient = true;
        scene.takenOver(this, lastedMillis, known);
      }
      default -> {
        atPatient = true;
        scene.takenOverAfter(this, stage, lastedMillis, known);
      }
    }
  }

  /** Goes on with a patient whom it had taken from the scene before the world began to act. */
  void goesOn(
      JobStage stage, long lastedMillis, ServiceId service, PatientId patient, boolean blueLight) {
    int place = ground.roads().places().findService(service).orElseThrow();
    switch (stage) {
      case LEFT_SCENE -> conveys(service, patient, crew.tableMillis(place, blueLight));
      case AT_DESTINATION -> {
        crew.stands(place);
        ground
            .partners()
            .hospitals()
            .arrived(service, patient, call, lastedMillis, this::handedOver);
      }
      default -> {
        crew.stands(place);
        ground.partners().hospitals().received(service, patient);
        clearsUp(lastedMillis);
      }
    }
  }

  /** Has nothing left to do but to get ready. */
  void clearsUp(long lastedMillis) {
    after(times().clear().leftMillis(draws.clear(), lastedMillis), this::clear);
  }

  /** Helps on, having helped for a while. */
  void supportsOn(long lastedMillis) {
    after(times().support().leftMillis(draws.support(), lastedMillis), this::clear);
  }

  private void arrived() {
    atPatient = true;
    scene.reached(this);
  }

  /** A second crew helps for a while and leaves. */
  void support() {
    after(times().support().millis(draws.support()), this::clear);
  }

  /** Takes the patient to a service, and is done when that has taken over. */
  void convey(ServiceId service, PatientId patient, boolean blueLight) {
    report(
        JobStage.LEFT_SCENE,
        () -> {
          int place = ground.roads().places().findService(service).orElseThrow();
          conveys(service, patient, ground.roads().driveMillis(call.place(), place, blueLight));
        });
  }

  private void conveys(ServiceId service, PatientId patient, int driveMillis) {
    int place = ground.roads().places().findService(service).orElseThrow();
    long takes = ground.drive(driveMillis, draws.trafficOn());
    crew.drives(place, takes);
    after(
        takes,
        () ->
            report(
                JobStage.AT_DESTINATION,
                () ->
                    ground
                        .partners()
                        .hospitals()
                        .arrive(service, patient, call, this::handedOver)));
  }

  private void handedOver() {
    report(JobStage.HANDED_OVER, () -> after(times().clear().millis(draws.clear()), this::clear));
  }

  /** The crew is free. */
  void clear() {
    report(
        JobStage.CLEAR,
        () -> {
          stop();
          crew.done();
        });
  }

  private SceneTimes times() {
    return ground.scenario().work().jobs().scene(call.category().level());
  }

  private void after(long millis, Runnable step) {
    ground
        .area()
        .after(
            millis,
            () -> {
              if (!stopped) {
                step.run();
              }
            });
  }

  private void report(JobStage stage, Runnable then) {
    ground
        .area()
        .insist(
            crew.actor(),
            head ->
                stopped
                    ? Optional.empty()
                    : Optional.of(new ReportJobStage(head, incident, crew.id(), stage)),
            () -> {
              if (!stopped) {
                then.run();
              }
            });
  }
}
