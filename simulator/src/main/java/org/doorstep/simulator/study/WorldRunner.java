package org.doorstep.simulator.study;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.routing.ClosureFault;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.simulator.experiment.ExperimentFolder;
import org.doorstep.simulator.experiment.LogFiles;
import org.doorstep.simulator.experiment.Plan;
import org.doorstep.simulator.experiment.ScenarioRunner;
import org.doorstep.simulator.experiment.Setting;
import org.doorstep.simulator.experiment.Trial;
import org.doorstep.simulator.file.FileFault;
import org.doorstep.simulator.host.Journal;
import org.doorstep.simulator.scenario.RoadClosure;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.scenario.Span;
import org.doorstep.simulator.start.LiveStart;
import org.doorstep.simulator.start.StartFile;
import org.doorstep.simulator.start.WhatIf;
import org.doorstep.simulator.worker.SentScenario;
import org.doorstep.simulator.worker.Workshop;
import org.doorstep.simulator.world.road.Roads;

/**
 * Runs scenarios as worlds around the engine. Maps are opened when the first scenario has been
 * read, and closed with this.
 */
public final class WorldRunner implements ScenarioRunner, AutoCloseable {
  private final Function<Optional<Path>, RoadNetwork> maps;
  private final Consumer<String> progress;
  private final List<Consumer<LoggedEvent>> followers;

  private final Map<Opened, RoadNetwork> networks = new LinkedHashMap<>();

  /** A map as it was asked for, with what is closed in it. */
  private record Opened(Optional<Path> map, List<RoadClosure> closures) {}

  /**
   * A runner over one map.
   *
   * @param maps opens the folder that was named, or the map that scenarios come with
   * @param progress is told in words what takes long
   */
  public WorldRunner(Function<Optional<Path>, RoadNetwork> maps, Consumer<String> progress) {
    this(maps, progress, List.of());
  }

  /**
   * The same, followed.
   *
   * @param followers are told of each event of each replication; they change nothing
   */
  public WorldRunner(
      Function<Optional<Path>, RoadNetwork> maps,
      Consumer<String> progress,
      List<Consumer<LoggedEvent>> followers) {
    this.maps = maps;
    this.progress = progress;
    this.followers = List.copyOf(followers);
  }

  @Override
  public Plan plan(String nameOrFile, Settings settings) {
    return plan(ScenarioSource.find(nameOrFile), settings);
  }

  /**
   * The same of a scenario that has been made.
   *
   * @throws FileFault if it cannot be used
   */
  public Plan plan(ScenarioSource source, Settings settings) {
    Scenario scenario = scenario(source.read(), settings.days(), settings.start());
    Trials trials = trials(source.source().name(), scenario, settings.map(), settings.start());
    return new Plan(
        source.name(),
        source.source().text(),
        source.differences(),
        trial(source.name(), trials, settings.logs()),
        setting(scenario, trials, settings.start()));
  }

  /**
   * Finds, reads and checks a scenario whose replications are run elsewhere; nothing of its roads
   * is known here. Run here, each would prepare them for itself.
   *
   * @throws FileFault if it cannot be used
   */
  public Plan planElsewhere(String nameOrFile, Settings settings) {
    ScenarioSource source = ScenarioSource.find(nameOrFile);
    Scenario checked = scenario(source.read(), settings.days(), settings.start());
    return new Plan(
        source.name(),
        source.source().text(),
        source.differences(),
        (replication, seed) -> plan(source, settings).trial().run(replication, seed),
        Setting.of(checked.name()));
  }

  /**
   * Prepares a scenario that was sent here.
   *
   * @throws FileFault if it cannot be used
   */
  public Workshop.Ready prepare(SentScenario sent) {
    Optional<WhatIf> start =
        sent.start()
            .map(each -> new WhatIf(StartFile.read(sent.name(), each.text()), each.hours()));
    Scenario scenario = scenario(ScenarioSource.read(sent), sent.days(), start);
    Optional<Path> map = sent.map().map(Path::of);
    Trials trials = trials(sent.name(), scenario, map, start);
    Optional<LogFiles> logs = sent.logs().map(at -> new ExperimentFolder(Path.of(at)).logs());
    return new Workshop.Ready(
        network(map, List.of()).info().hash(),
        setting(scenario, trials, start),
        trial(sent.name(), trials, logs));
  }

  private Trials trials(
      String name, Scenario scenario, Optional<Path> map, Optional<WhatIf> whatIf) {
    Optional<LiveStart> start = whatIf.map(WhatIf::start);
    try {
      return new Trials(scenario, prepare(scenario, map, start), start);
    } catch (ClosureFault | IllegalArgumentException e) {
      throw new FileFault(name, String.valueOf(e.getMessage()));
    }
  }

  private static Setting setting(Scenario scenario, Trials trials, Optional<WhatIf> whatIf) {
    return new Setting(
        scenario.name(),
        Optional.of(trials.period()),
        Statements.of(scenario, whatIf.map(WhatIf::start)),
        trials.zones());
  }

  private static Scenario scenario(Scenario read, Optional<Integer> days, Optional<WhatIf> start) {
    if (start.isPresent()) {
      return start.get().over(read);
    }
    return days.map(many -> measuring(read, many)).orElse(read);
  }

  /** A scenario measured for so many days. */
  public static Scenario measuring(Scenario scenario, int days) {
    Span span = scenario.span();
    return scenario.over(
        new Span(span.start(), span.zone(), span.warmUpDays(), days, span.sweepSeconds()));
  }

  private Trial trial(String name, Trials trials, Optional<LogFiles> logs) {
    return (replication, seed) -> {
      if (logs.isEmpty()) {
        return trials.run(seed, followers);
      }
      try (OutputStream out = logs.get().open(name, replication)) {
        List<Consumer<LoggedEvent>> all = new ArrayList<>(followers);
        all.add(new Journal(out));
        return trials.run(seed, all);
      }
    };
  }

  /** The roads of a scenario on a map; empty: the one that scenarios come with. */
  public Roads prepare(Scenario scenario, Optional<Path> map) {
    return prepare(scenario, map, Optional.empty());
  }

  private Roads prepare(Scenario scenario, Optional<Path> map, Optional<LiveStart> start) {
    return Roads.prepare(
        scenario,
        network(map, scenario.closures().orElse(List.of())),
        network(map, List.of()),
        progress,
        start);
  }

  /** Whether a vehicle gets to a point: a road is near, with blue lights and without. */
  public boolean isByRoad(GeoPoint point, Optional<Path> map) {
    RoadNetwork open = network(map, List.of());
    return open.snap(point, DrivingMode.NORMAL).isPresent()
        && open.snap(point, DrivingMode.BLUE_LIGHT).isPresent();
  }

  /** Roads that are closed are so in a network of their own: others go on being asked. */
  private RoadNetwork network(Optional<Path> map, List<RoadClosure> closures) {
    Opened asked = new Opened(map, closures);
    RoadNetwork known = networks.get(asked);
    if (known != null) {
      return known;
    }
    RoadNetwork opened = maps.apply(map);
    try {
      if (!closures.isEmpty()) {
        opened.publish(Closed.conditions(closures));
      }
    } catch (ClosureFault e) {
      // Kept, it would be taken for one with its roads closed the next time.
      opened.close();
      throw e;
    }
    networks.put(asked, opened);
    return opened;
  }

  @Override
  public void close() {
    networks.values().forEach(RoadNetwork::close);
    networks.clear();
  }
}
