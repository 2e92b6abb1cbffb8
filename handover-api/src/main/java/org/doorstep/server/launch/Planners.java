package org.doorstep.server.launch;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.doorstep.server.config.PlannerSettings;
import org.doorstep.server.config.ServerConfig;
import org.doorstep.server.planner.DeskWaits;
import org.doorstep.server.planner.Experiments;
import org.doorstep.server.planner.Planning;
import org.doorstep.server.planner.ScenarioShelf;
import org.doorstep.server.planner.SimulateWords;

/** Puts together what planners work with. */
final class Planners {
  private Planners() {}

  /** Finds what planners have kept under the server's data, and goes on with what waits. */
  static Planning open(
      ServerConfig config, LiveArea area, InstantSource clock, Consumer<AutoCloseable> keep) {
    PlannerSettings settings = config.planner();
    Path folder = config.dataFolder().resolve("planner");
    ScenarioShelf scenarios = new ScenarioShelf(folder.resolve("scenarios"));
    Experiments.Limits limits =
        new Experiments.Limits(settings.running(), settings.queued(), settings.kept());
    DeskWaits desk = DeskWaits.in(deskFile(config), clock);
    keep.accept(desk);
    SimulateWords words =
        new SimulateWords(
            OwnProgram.words(),
            config.mapFolder().toAbsolutePath(),
            config.map().isEmpty(),
            settings.processes(),
            Optional.of(desk.file()));
    Experiments experiments =
        new Experiments(folder.resolve("experiments"), scenarios, words, limits, area::text, clock);
    keep.accept(experiments);
    experiments.start();
    return new Planning(scenarios, experiments, settings.processes(), limits, desk);
  }

  /** By which file a server says whether its desk waits. */
  static Path deskFile(ServerConfig config) {
    return config.dataFolder().toAbsolutePath().resolve("planner").resolve("desk-waits");
  }
}
