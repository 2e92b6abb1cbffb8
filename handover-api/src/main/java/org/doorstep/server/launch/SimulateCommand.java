package org.doorstep.server.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.doorstep.simulator.experiment.Experiment;
import org.doorstep.simulator.experiment.ExperimentFolder;
import org.doorstep.simulator.experiment.Plan;
import org.doorstep.simulator.experiment.Results;
import org.doorstep.simulator.experiment.ScenarioRunner;
import org.doorstep.simulator.experiment.ScenarioRunner.Settings;
import org.doorstep.simulator.file.Difference;
import org.doorstep.simulator.measure.Comparison;
import org.doorstep.simulator.measure.Figures;
import org.doorstep.simulator.study.WorldRunner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** An experiment: scenarios side by side, many times over. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Run scenarios many times over, and keep tables, plots and a report in a folder.",
      "Several scenarios are compared with the first, on the same chance.",
      "A signal to stop (Ctrl-C) lets the runs in hand end and keeps what is done."
    })
public final class SimulateCommand implements Callable<Integer> {
  /** A year of a county takes a worker some seconds, a slow policy some minutes. */
  static final Duration STOP_MAX = Duration.ofMinutes(15);

  private final Optional<ScenarioRunner> given;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--scenario",
      required = true,
      split = ",",
      paramLabel = "NAME_OR_FILE",
      description = "A scenario that ships with Doorstep, or a file; several with commas.")
  private String[] scenarios = {};

  @Option(
      names = "--replications",
      required = true,
      paramLabel = "N",
      description = "How often each scenario is run.")
  private int replications;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "A folder that is new, empty, or of an earlier experiment, which goes.")
  private @Nullable Path out;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of all chance; the same seed gives the same results. Default: 1.")
  private long seed = 1;

  @Option(
      names = "--workers",
      paramLabel = "W",
      description = "Threads; results do not depend on it. Default: one for each core.")
  private @Nullable Integer workers;

  @Option(
      names = "--days",
      paramLabel = "D",
      description = "How many days are measured. Default: what the scenario says.")
  private @Nullable Integer days;

  @Option(
      names = "--map",
      paramLabel = "DIR",
      description =
          "A folder that import-map has made. Default: the synthetic roads of West Kent, kept in doorstep-simulator.")
  private @Nullable Path map;

  @Mixin private PublishedOptions published = new PublishedOptions();

  @Option(names = "--log", description = "Keep the log of every run.")
  private boolean log;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  /** The command over worlds around the engine. */
  public SimulateCommand() {
    this.given = Optional.empty();
  }

  /** The command over something else that runs scenarios. */
  SimulateCommand(ScenarioRunner runner) {
    this.given = Optional.of(runner);
  }

  @Override
  public Integer call() throws IOException {
    if (given.isPresent()) {
      return run(given.get());
    }
    try (WorldRunner worlds =
        new WorldRunner(folder -> MapSource.forSimulations(folder, this::tell), this::tell)) {
      return run(worlds);
    }
  }

  private void tell(String words) {
    if (!json) {
      System.out.println(words);
    }
  }

  private int run(ScenarioRunner runner) throws IOException {
    CommandSpec words = Given.required(spec, "--help");
    ExperimentFolder folder = new ExperimentFolder(Given.required(out, "--out"));
    int threads = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
    Experiment.Order order =
        new Experiment.Order(replications, seed, threads, String.join(" ", words.root().version()));
    Optional<Figures> beside = published.read();
    List<Plan> plans = plans(runner, folder);
    Experiment experiment = new Experiment(order, plans);
    ProgressLine progress =
        new ProgressLine(words.commandLine().getErr(), ProgressLine.isTerminal());
    try (StopSignal stop = StopSignal.caught(STOP_MAX)) {
      if (!json) {
        plans.forEach(SimulateCommand::tellDifferences);
      }
      Experiment.Outcome outcome =
          experiment.run(folder, progress::show, InstantSource.system(), stop::isGiven);
      print(folder, outcome);
      beside.ifPresent(figures -> compare(folder, outcome, figures));
      return outcome.results().failures().isEmpty() ? 0 : Failures.ANSWER_IS_NO;
    }
  }

  private List<Plan> plans(ScenarioRunner runner, ExperimentFolder folder) {
    Settings settings =
        new Settings(
            Optional.ofNullable(days),
            Optional.ofNullable(map),
            log ? Optional.of(folder.logs()) : Optional.empty());
    List<Plan> plans = new ArrayList<>();
    for (String scenario : Arrays.asList(scenarios)) {
      plans.add(runner.plan(scenario.strip(), settings));
    }
    return plans;
  }

  private static void tellDifferences(Plan plan) {
    if (!plan.differences().isEmpty()) {
      System.out.printf("%s differs from its base:%n", plan.name());
      for (Difference difference : plan.differences()) {
        System.out.println("  " + difference);
      }
    }
  }

  private void print(ExperimentFolder folder, Experiment.Outcome outcome) throws IOException {
    if (json) {
      System.out.print(Files.readString(folder.file("report.json")));
      return;
    }
    Results results = outcome.results();
    System.out.print(outcome.tables());
    System.out.printf("%s, in %s%n", results.state(), folder.file("").toAbsolutePath());
    if (!results.failures().isEmpty()) {
      System.out.printf(
          "%d runs failed: see %s%n", results.failures().size(), folder.file("failures.txt"));
    }
  }

  private void compare(ExperimentFolder folder, Experiment.Outcome outcome, Figures beside) {
    String base = outcome.results().scenarios().get(0);
    Comparison comparison = published.compare(outcome.figures(base), beside);
    folder.write("published.csv", comparison.csv());
    if (!json) {
      System.out.printf("%n%s beside what is published:%n%s", base, comparison.table());
    }
  }
}
