package org.doorstep.server.launch;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorstep.simulator.experiment.Experiment;
import org.doorstep.simulator.experiment.ExperimentFolder;
import org.doorstep.simulator.experiment.ScenarioRunner.Settings;
import org.doorstep.simulator.experiment.Summary.Change;
import org.doorstep.simulator.file.FileFault;
import org.doorstep.simulator.file.Source;
import org.doorstep.simulator.optimise.FleetText;
import org.doorstep.simulator.optimise.search.Runs;
import org.doorstep.simulator.optimise.search.Seeds;
import org.doorstep.simulator.scenario.Fleet;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.scenario.Span;
import org.doorstep.simulator.study.ScenarioSource;
import org.doorstep.simulator.study.Trials;
import org.doorstep.simulator.study.WorldRunner;
import org.doorstep.simulator.world.road.Roads;
import picocli.CommandLine.Model.CommandSpec;

/** What all kinds of optimisation do alike: train, judge, keep and print. */
final class OptimiseRun {
  /** Training runs compare; they need queues, not a settled year. */
  private static final int TRAINING_WARM_UP_DAYS_MAX = 3;

  private static final int SEARCH_DAYS_MAX = 365;
  private static final List<String> SHOWN =
      List.of(
          "c1-mean-seconds",
          "c1-p90-seconds",
          "c2-mean-seconds",
          "c2-p90-seconds",
          "c3-mean-seconds",
          "c4-mean-seconds",
          "utilisation",
          "unit-hours",
          "kilometers");

  private final CommandSpec spec;
  private final OptimiseOptions options;
  private final ScenarioSource source;
  private final Scenario scenario;
  private Optional<StopSignal> stop = Optional.empty();

  /** Something that is done with worlds open. */
  interface InWorlds {
    int run(WorldRunner worlds) throws IOException;
  }

  OptimiseRun(CommandSpec spec, OptimiseOptions options) {
    this.spec = spec;
    this.options = options;
    int days = options.searchDays();
    if (days < 1 || days > SEARCH_DAYS_MAX) {
      throw new IllegalArgumentException(
          "The days of a training run (%d) must be from 1 to %d.".formatted(days, SEARCH_DAYS_MAX));
    }
    options.folder().requireUsable();
    this.source = ScenarioSource.find(options.scenario());
    this.scenario = source.read();
  }

  Scenario scenario() {
    return scenario;
  }

  /** The scenario over the days of a training run. */
  Scenario training() {
    Span span = scenario.span();
    int warmUp = Math.min(TRAINING_WARM_UP_DAYS_MAX, span.warmUpDays());
    return scenario.over(
        new Span(span.start(), span.zone(), warmUp, options.searchDays(), span.sweepSeconds()));
  }

  int inWorlds(InWorlds work) throws IOException {
    try (WorldRunner worlds =
            new WorldRunner(
                folder -> MapSource.forSimulations(folder, options::tell), options::tell);
        StopSignal caught = StopSignal.caught(SimulateCommand.STOP_MAX)) {
      stop = Optional.of(caught);
      return work.run(worlds);
    }
  }

  private boolean isStopped() {
    return stop.isPresent() && stop.get().isGiven();
  }

  Roads prepare(WorldRunner worlds, Scenario wide) {
    try {
      return worlds.prepare(wide, options.map());
    } catch (IllegalArgumentException e) {
      throw new FileFault(source.source().name(), String.valueOf(e.getMessage()));
    }
  }

  /** Training runs on roads that know all that is tried. */
  Runs runs(Roads roads) {
    return new Runs(
        each -> {
          Trials trials = new Trials(each, roads);
          return (replication, seed) -> trials.run(seed, List.of());
        },
        new Seeds(options.seed()),
        options.workers(),
        this::isStopped);
  }

  OptimiseReport report(String what, int made, int trained) {
    OptimiseReport report = new OptimiseReport();
    report.put("version", version());
    report.put("what", what);
    report.put("scenario", source.name());
    report.put("seed", options.seed());
    report.put("trainingRuns", made);
    report.put("trainingSeeds", trained);
    report.put("trainingDays", options.searchDays());
    report.put("trainingWarmUpDays", training().span().warmUpDays());
    report.put(
        "heldFixed",
        List.of(
            "demand, job times, desk, hospitals, services and roads as the scenario has them",
            "the same calls, with the same chance, on both sides of each comparison"));
    return report;
  }

  private String version() {
    return String.join(" ", spec.root().version());
  }

  /** Nothing was found: the report alone. */
  int nothing(OptimiseReport report) {
    report.put("verdict", "nothing better was found");
    ExperimentFolder folder = options.folder();
    folder.open();
    keep(folder, report);
    return Failures.ANSWER_IS_NO;
  }

  void keep(ExperimentFolder folder, OptimiseReport report) {
    folder.write("optimise.json", report.json());
    if (options.json()) {
      System.out.print(report.json());
    }
  }

  /** The scenario with another fleet, as a file. */
  String text(String what, Fleet fleet) {
    return FleetText.of(below(), name(what), fleet);
  }

  /** The scenario with another fleet and, if it has one, another share treated at the scene. */
  String text(String what, Scenario found) {
    return found
        .work()
        .care()
        .moved()
        .map(moved -> FleetText.of(below(), name(what), found.fleet(), moved.percent()))
        .orElseGet(() -> text(what, found.fleet()));
  }

  private String name(String what) {
    return "%s, %s".formatted(scenario.name(), what);
  }

  private Source below() {
    return isShipped()
        ? new Source(source.name(), "base: %s\n".formatted(source.name()))
        : source.source();
  }

  private boolean isShipped() {
    return ScenarioSource.SHIPPED.contains(options.scenario());
  }

  /**
   * Judges what was found on seeds that were not trained on.
   *
   * @param found the text of its file
   */
  int judged(
      WorldRunner worlds,
      JudgeOptions judge,
      String found,
      Judgement.Claim claim,
      OptimiseReport report,
      int trained)
      throws IOException {
    ExperimentFolder folder = options.folder();
    Judgement.Verdict verdict =
        new Judgement(
                worlds,
                new Experiment.Order(
                    judge.replications(), options.seed(), options.workers(), version()),
                new Settings(judge.days(), options.map(), Optional.empty()))
            .judge(
                options.scenario(),
                found,
                folder,
                trained,
                new ProgressLine(spec.commandLine().getErr(), ProgressLine.isTerminal())::show,
                this::isStopped);
    boolean holds = claim.holds().test(verdict);
    List<PlaceChanges.Change> places =
        PlaceChanges.of(verdict.outcome().results(), Judgement.C1_MEAN);
    report.put("replications", judge.replications());
    report.put("comparison", Judgement.changes(verdict));
    report.put("placesC1", places.stream().map(PlaceChanges.Change::values).toList());
    report.put("file", "scenario-%s.yaml".formatted(verdict.name()));
    report.put("verdict", holds ? claim.yes() : claim.no());
    keep(folder, report);
    if (!options.json()) {
      print(verdict, places);
      System.out.printf("%nVerdict: %s.%n", holds ? claim.yes() : claim.no());
      System.out.printf(
          "In %s: optimise.json, scenario-%s.yaml%n",
          folder.file("").toAbsolutePath(), verdict.name());
    }
    return holds ? 0 : Failures.ANSWER_IS_NO;
  }

  private static void print(Judgement.Verdict verdict, List<PlaceChanges.Change> places) {
    System.out.printf("%nOn calls that the search never saw, paired, 95 %%:%n");
    System.out.printf("%-24s %10s %10s %12s%n", "", "as it is", "found", "difference");
    for (String measure : SHOWN) {
      verdict.find(measure).ifPresent(OptimiseRun::print);
    }
    if (!places.isEmpty()) {
      PlaceChanges.Change worst = places.get(0);
      System.out.printf(
          Locale.ROOT,
          "C1 of the place that loses most (%s): %+.0f s (%.0f)%n",
          worst.place(),
          worst.difference().mean(),
          worst.difference().halfWidth());
    }
  }

  private static void print(Change change) {
    System.out.printf(
        Locale.ROOT,
        "%-24s %10.3f %10.3f %+10.3f (%.3f)%s%n",
        change.measure(),
        change.before(),
        change.after(),
        change.interval().mean(),
        change.interval().halfWidth(),
        change.star());
  }
}
