package org.doorstep.simulator.study;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.simulator.experiment.ExperimentFolder;
import org.doorstep.simulator.experiment.LogFiles;
import org.doorstep.simulator.experiment.Measured;
import org.doorstep.simulator.experiment.Plan;
import org.doorstep.simulator.experiment.ScenarioRunner;
import org.doorstep.simulator.experiment.Trial;
import org.doorstep.simulator.host.Journal;
import org.doorstep.simulator.measure.Ambsys;
import org.doorstep.simulator.measure.Window;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.scenario.Span;
import org.doorstep.simulator.worker.SentScenario;
import org.doorstep.simulator.worker.Workshop;
import org.doorstep.simulator.world.World;
import org.doorstep.simulator.world.road.Roads;
import org.jspecify.annotations.Nullable;

/**
 * Runs scenarios as worlds around the engine. The map is opened when the first scenario has been
 * read, and closed with this.
 */
public final class WorldRunner implements ScenarioRunner, AutoCloseable {
  /** Calls go on coming so long, so that those of the window end as busy as they began. */
  private static final Duration WIND_DOWN = Duration.ofHours(12);

  private final Function<Optional<Path>, RoadNetwork> maps;
  private final Consumer<String> progress;
  private @Nullable RoadNetwork network;

  /**
   * A runner over one map.
   *
   * @param maps opens the folder that was named, or the map that scenarios come with
   * @param progress is told in words what takes long
   */
  public WorldRunner(Function<Optional<Path>, RoadNetwork> maps, Consumer<String> progress) {
    this.maps = maps;
    this.progress = progress;
  }

  @Override
  public Plan plan(String nameOrFile, Settings settings) {
    ScenarioSource source = ScenarioSource.find(nameOrFile);
    Scenario scenario = scenario(source.read(), settings.days());
    Roads roads = Roads.prepare(scenario, network(settings.map()), progress);
    return plan(source, trial(source.name(), scenario, roads, settings.logs()));
  }

  /**
   * Finds, reads and checks a scenario whose replications are run elsewhere. Run here, each would
   * prepare its roads for itself.
   *
   * @throws org.doorstep.simulator.file.FileFault if it cannot be used
   */
  public Plan planElsewhere(String nameOrFile, Settings settings) {
    ScenarioSource source = ScenarioSource.find(nameOrFile);
    Scenario scenario = scenario(source.read(), settings.days());
    return plan(
        source,
        (replication, seed) -> {
          Roads roads = Roads.prepare(scenario, network(settings.map()), progress);
          return trial(source.name(), scenario, roads, settings.logs()).run(replication, seed);
        });
  }

  /**
   * Prepares a scenario that was sent here.
   *
   * @throws org.doorstep.simulator.file.FileFault if it cannot be used
   */
  public Workshop.Ready prepare(SentScenario sent) {
    Scenario scenario = scenario(ScenarioSource.read(sent), sent.days());
    RoadNetwork open = network(sent.map().map(Path::of));
    Roads roads = Roads.prepare(scenario, open, progress);
    Optional<LogFiles> logs = sent.logs().map(at -> new ExperimentFolder(Path.of(at)).logs());
    return new Workshop.Ready(open.info().hash(), trial(sent.name(), scenario, roads, logs));
  }

  private static Plan plan(ScenarioSource source, Trial trial) {
    return new Plan(source.name(), source.source().text(), source.differences(), trial);
  }

  private static Scenario scenario(Scenario read, Optional<Integer> days) {
    return days.map(many -> measuring(read, many)).orElse(read);
  }

  /** A scenario measured for so many days. */
  public static Scenario measuring(Scenario scenario, int days) {
    Span span = scenario.span();
    return scenario.over(
        new Span(span.start(), span.zone(), span.warmUpDays(), days, span.sweepSeconds()));
  }

  /** What can be run again and again of a scenario. */
  static Trial trial(String name, Scenario scenario, Roads roads, Optional<LogFiles> logs) {
    return (replication, seed) -> {
      Ambsys measures = measures(scenario, roads);
      if (logs.isEmpty()) {
        return run(scenario, roads, seed, List.of(measures::accept), measures);
      }
      try (OutputStream out = logs.get().open(name, replication)) {
        return run(scenario, roads, seed, List.of(measures::accept, new Journal(out)), measures);
      }
    };
  }

  private static Measured run(
      Scenario scenario,
      Roads roads,
      long seed,
      List<Consumer<LoggedEvent>> followers,
      Ambsys measures)
      throws IOException {
    World world = new World(scenario, roads, seed, new ArrayList<>(followers));
    world.runUntil(scenario.span().endMillis() + WIND_DOWN.toMillis());
    return Measured.of(measures);
  }

  /** The national measures of a scenario's window, fed by its log. */
  public static Ambsys measures(Scenario scenario, Roads roads) {
    SortedSet<ServiceId> departments = new TreeSet<>();
    for (Service each : roads.places().directory().services()) {
      if (each.meets(CareNeed.EMERGENCY)) {
        departments.add(each.id());
      }
    }
    Span span = scenario.span();
    Instant start = span.startsAt();
    return new Ambsys(
        departments,
        new Window(start.plusMillis(span.measuredFromMillis()), start.plusMillis(span.endMillis())),
        span.zone());
  }

  private RoadNetwork network(Optional<Path> map) {
    RoadNetwork open = network;
    if (open == null) {
      open = maps.apply(map);
      network = open;
    }
    return open;
  }

  @Override
  public void close() {
    if (network != null) {
      network.close();
      network = null;
    }
  }
}
