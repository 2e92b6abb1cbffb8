package org.doorstep.server.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.doorstep.simulator.experiment.Experiment;
import org.doorstep.simulator.experiment.ExperimentFolder;
import org.doorstep.simulator.experiment.Plan;
import org.doorstep.simulator.experiment.Progress;
import org.doorstep.simulator.experiment.Results;
import org.doorstep.simulator.experiment.ScenarioRunner;
import org.doorstep.simulator.experiment.ScenarioRunner.Settings;
import org.doorstep.simulator.experiment.ThreadWorkers;
import org.doorstep.simulator.experiment.Workers;
import org.doorstep.simulator.file.Difference;
import org.doorstep.simulator.measure.Comparison;
import org.doorstep.simulator.measure.Figures;
import org.doorstep.simulator.study.ScenarioSource;
import org.doorstep.simulator.study.WorldRunner;
import org.doorstep.simulator.worker.RemoteWorkers;
import org.doorstep.simulator.worker.SentScenario;
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

  @Mixin private CountOptions count = new CountOptions();

  @Mixin private ResultsOption out = new ResultsOption();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of all chance; the same seed gives the same results. Default: 1.")
  private long seed = 1;

  @Mixin private WorkerOptions crew = new WorkerOptions();

  @Option(
      names = "--days",
      paramLabel = "D",
      description = "How many days are measured. Default: what the scenario says.")
  private @Nullable Integer days;

  @Mixin private RoadsOption roads = new RoadsOption();

  @Mixin private StartOptions start = new StartOptions();

  @Mixin private PublishedOptions published = new PublishedOptions();

  @Option(names = "--log", description = "Keep the log of every run.")
  private boolean log;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Option(
      names = "--progress-json",
      description = "Print one JSON object a line of how far it has come, and nothing else.")
  private boolean progressJson;

  private Optional<ProgressJson> lines = Optional.empty();

  /** Workers, and plans with what they have said of them. */
  private record Ready(List<Plan> plans, Workers workers) {
    Ready {
      plans = List.copyOf(plans);
    }
  }

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
    if (progressJson) {
      lines = Optional.of(new ProgressJson(System.out, InstantSource.system()));
    }
    try {
      check();
      return run();
    } catch (IOException | RuntimeException e) {
      lines.ifPresent(each -> each.failed(String.valueOf(e.getMessage())));
      throw e;
    }
  }

  private void check() {
    if (json && progressJson) {
      throw new IllegalArgumentException(
          "Only one of the options (--json, --progress-json) can be given.");
    }
    count.check();
    start.check(days != null);
    crew.check(log, roads.map().isPresent());
  }

  private int run() throws IOException {
    if (given.isPresent()) {
      return run(given.get(), plans -> new Ready(plans, new ThreadWorkers(crew.threads())));
    }
    try (WorldRunner worlds =
        new WorldRunner(folder -> MapSource.forSimulations(folder, this::tell), this::tell)) {
      return crew.isElsewhere()
          ? run(worlds::planElsewhere, this::workersElsewhere)
          : run(worlds, plans -> new Ready(plans, new ThreadWorkers(crew.threads())));
    }
  }

  private void tell(String words) {
    if (lines.isPresent()) {
      lines.get().preparing(words);
    } else if (!json) {
      System.out.println(words);
    }
  }

  private int run(ScenarioRunner runner, Function<List<Plan>, Ready> workers) throws IOException {
    CommandSpec words = Given.required(spec, "--help");
    ExperimentFolder folder = out.folder();
    Experiment.Order order =
        new Experiment.Order(count.most(), seed, crew.threads(), version(), count.enough());
    Optional<Figures> beside = published.read();
    Consumer<Progress> listener = listener(words.commandLine().getErr());
    try (StopSignal stop = StopSignal.caught(STOP_MAX)) {
      List<Plan> plans = plans(runner, folder);
      // What cannot be an experiment is told before anybody gets ready for it.
      var unused = new Experiment(order, plans);
      plans.forEach(this::tellDifferences);
      Experiment.Outcome outcome;
      Ready ready = workers.apply(plans);
      Experiment experiment = new Experiment(order, ready.plans());
      try (Workers run = ready.workers()) {
        outcome = experiment.run(folder, run, listener, InstantSource.system(), stop::isGiven);
      }
      print(folder, outcome);
      beside.ifPresent(figures -> compare(folder, outcome, figures));
      lines.ifPresent(
          line -> line.done("%s, in %s".formatted(outcome.results().state(), folder.file(""))));
      return outcome.results().failures().isEmpty() ? 0 : Failures.ANSWER_IS_NO;
    }
  }

  private Consumer<Progress> listener(PrintWriter people) {
    ProgressLine line = new ProgressLine(people, ProgressLine.isTerminal());
    return progress ->
        lines.ifPresentOrElse(each -> each.running(progress), () -> line.show(progress));
  }

  private String version() {
    return String.join(" ", Given.required(spec, "--help").root().version());
  }

  /** Starts or finds them, and has them get ready. */
  private Ready workersElsewhere(List<Plan> plans) {
    Optional<String> folder =
        crew.isHere()
            ? Optional.of(roads.folder(this::tell).toAbsolutePath().toString())
            : Optional.empty();
    Optional<String> logs =
        log ? Optional.of(out.path().toAbsolutePath().toString()) : Optional.empty();
    Map<String, SentScenario> sent = new LinkedHashMap<>();
    for (String scenario : Arrays.asList(scenarios)) {
      SentScenario each =
          ScenarioSource.find(scenario.strip())
              .sent(Optional.ofNullable(days), folder, logs, start.read());
      sent.put(each.name(), each);
    }
    RemoteWorkers workers = new RemoteWorkers(crew.open(), version(), sent);
    tell("getting workers ready");
    try {
      return new Ready(workers.prepare(plans), workers);
    } catch (RuntimeException e) {
      workers.close();
      throw e;
    }
  }

  private List<Plan> plans(ScenarioRunner runner, ExperimentFolder folder) {
    Settings settings =
        new Settings(
            Optional.ofNullable(days),
            roads.map(),
            log ? Optional.of(folder.logs()) : Optional.empty(),
            start.read());
    List<Plan> plans = new ArrayList<>();
    for (String scenario : Arrays.asList(scenarios)) {
      plans.add(runner.plan(scenario.strip(), settings));
    }
    return plans;
  }

  private void tellDifferences(Plan plan) {
    if (!plan.differences().isEmpty() && !json && !progressJson) {
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
    if (progressJson) {
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
    if (!json && !progressJson) {
      System.out.printf("%n%s beside what is published:%n%s", base, comparison.table());
    }
  }
}
