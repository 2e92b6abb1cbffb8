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
import org.doorstep.simulator.scenario.SceneTimes;
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
    after(
        times.acknowledge().millis(draws.steps().acknowledge()),
        () ->
            report(
                JobStage.ACKNOWLEDGED,
                () ->
                    after(
                        (atBase ? times.turnoutAtBase() : times.turnoutOnRoad())
                            .millis(draws.steps().turnout()),
                        () -> report(JobStage.MOBILE, () -> drive(predictedMillis)))));
  }

  private void drive(int predictedMillis) {
    long takes = ground.drive(predictedMillis, draws.traffic());
    crew.drives(call.place(), takes);
    after(
        takes,
        () ->
            report(
                JobStage.AT_SCENE,
                () ->
                    after(
                        ground
                            .scenario()
                            .work()
                            .jobs()
                            .toPatient()
                            .millis(draws.steps().toPatient()),
                        () -> report(JobStage.AT_PATIENT, this::arrived))));
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
          long takes =
              ground.drive(
                  ground.roads().driveMillis(call.place(), place, blueLight), draws.trafficOn());
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
        });
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
