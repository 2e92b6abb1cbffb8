package org.doorstep.server.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.simulator.experiment.Plan;
import org.doorstep.simulator.experiment.ScenarioRunner.Settings;
import org.doorstep.simulator.study.ScenarioSource;
import org.doorstep.simulator.study.WorldRunner;
import org.doorstep.simulator.worker.RemoteWorkers;
import org.doorstep.simulator.worker.SentScenario;
import org.doorstep.simulator.worker.WorkerProcesses;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What benches have workers run: four weeks of West Kent.
 *
 * @param sent what a worker is told of it
 * @param version of this program
 */
record BenchedPlan(Plan plan, SentScenario sent, String version) {
  private static final String SCENARIO = "west-kent-today";
  private static final int DAYS = 28;

  static BenchedPlan of(@Nullable CommandSpec spec, Path map) {
    String version = String.join(" ", Given.required(spec, "--help").root().version());
    try (WorldRunner worlds =
        new WorldRunner(folder -> MapSource.forSimulations(folder, w -> {}), w -> {})) {
      Plan plan =
          worlds.planElsewhere(
              SCENARIO, new Settings(Optional.of(DAYS), Optional.of(map), Optional.empty()));
      SentScenario sent =
          ScenarioSource.find(SCENARIO)
              .sent(
                  Optional.of(DAYS),
                  Optional.of(map.toAbsolutePath().toString()),
                  Optional.empty());
      return new BenchedPlan(plan, sent, version);
    }
  }

  /** Worker processes that are not ready yet, of a machine without a desk. */
  RemoteWorkers start(int processes) {
    return start(processes, Optional.empty());
  }

  private RemoteWorkers start(int processes, Optional<Path> desk) {
    return new RemoteWorkers(
        new WorkerProcesses(WorkerLaunch.command(WorkerLaunch.MEMORY, processes, desk), processes),
        version,
        Map.of(plan.name(), sent));
  }

  /**
   * Worker processes that are ready.
   *
   * @param desk by which file they hear whether a desk of this machine waits
   */
  RemoteWorkers workers(int processes, Optional<Path> desk) {
    RemoteWorkers workers = start(processes, desk);
    var unused = workers.prepare(List.of(plan));
    return workers;
  }
}
