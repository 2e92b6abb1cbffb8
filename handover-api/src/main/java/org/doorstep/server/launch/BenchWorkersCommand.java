package org.doorstep.server.launch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.simulator.experiment.Experiment;
import org.doorstep.simulator.experiment.ExperimentFolder;
import org.doorstep.simulator.worker.RemoteWorkers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a second worker process is worth. */
@Command(
    name = "workers",
    mixinStandardHelpOptions = true,
    description = {
      "The same experiment on one worker process and on two, taking turns: from the start, roads",
      "included, and again once they are ready and warm. The results must be the same bytes."
    })
final class BenchWorkersCommand implements Callable<Integer> {
  private static final double NANOS = 1e9;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private RoadsOption roads = new RoadsOption();

  @Option(
      names = "--replications",
      defaultValue = "12",
      description = "Of four weeks each. Default: ${DEFAULT-VALUE}.")
  private int replications = 12;

  @Option(
      names = "--rounds",
      defaultValue = "2",
      description = "How often one and two take turns. Default: ${DEFAULT-VALUE}.")
  private int rounds = 2;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  private final List<String> reports = new ArrayList<>();

  /** Seconds of an experiment from nothing, and of the same again. */
  private record Taken(double wholeSeconds, double warmSeconds) {}

  @Override
  public Integer call() throws Exception {
    BenchedPlan benched = BenchedPlan.of(spec, roads.folder(this::say));
    Map<Integer, List<Taken>> taken = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      for (int processes : round % 2 == 1 ? List.of(1, 2) : List.of(2, 1)) {
        say("round %d of %d, %d processes".formatted(round, rounds, processes));
        taken.computeIfAbsent(processes, first -> new ArrayList<>()).add(take(benched, processes));
      }
    }
    print(figures(taken.getOrDefault(1, List.of()), taken.getOrDefault(2, List.of())));
    return reports.stream().distinct().count() == 1 ? 0 : Failures.ANSWER_IS_NO;
  }

  private Taken take(BenchedPlan benched, int processes) throws Exception {
    try (RemoteWorkers workers = benched.start(processes)) {
      long begin = System.nanoTime();
      var unused = workers.prepare(List.of(benched.plan()));
      run(benched, workers);
      double whole = (System.nanoTime() - begin) / NANOS;
      begin = System.nanoTime();
      run(benched, workers);
      return new Taken(whole, (System.nanoTime() - begin) / NANOS);
    }
  }

  private void run(BenchedPlan benched, RemoteWorkers workers) throws Exception {
    Path folder = Files.createTempDirectory("doorstep-bench-");
    try {
      ExperimentFolder kept = new ExperimentFolder(folder);
      var unused =
          new Experiment(
                  new Experiment.Order(replications, 1, 1, benched.version()),
                  List.of(benched.plan()))
              .run(kept, workers, progress -> {}, InstantSource.system(), () -> false);
      reports.add(Files.readString(kept.file("report.json")));
    } finally {
      Folders.delete(folder);
    }
  }

  private Map<String, Number> figures(List<Taken> one, List<Taken> two) {
    Map<String, Number> figures = new LinkedHashMap<>();
    double oneWhole = mean(one.stream().map(Taken::wholeSeconds).toList());
    double twoWhole = mean(two.stream().map(Taken::wholeSeconds).toList());
    double oneWarm = mean(one.stream().map(Taken::warmSeconds).toList());
    double twoWarm = mean(two.stream().map(Taken::warmSeconds).toList());
    figures.put("workersReplications", replications);
    figures.put("workersOneWholeSeconds", rounded(oneWhole));
    figures.put("workersTwoWholeSeconds", rounded(twoWhole));
    figures.put("workersWholeSpeedup", rounded(oneWhole / twoWhole));
    figures.put("workersOneWarmSeconds", rounded(oneWarm));
    figures.put("workersTwoWarmSeconds", rounded(twoWarm));
    figures.put("workersWarmSpeedup", rounded(oneWarm / twoWarm));
    figures.put("workersDifferentReports", reports.stream().distinct().count() - 1);
    return figures;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private void say(String words) {
    if (!json) {
      System.out.println(words);
    }
  }

  private void print(Map<String, Number> figures) {
    if (json) {
      System.out.println(new String(RecordJson.write(figures), StandardCharsets.UTF_8));
    } else {
      figures.forEach((name, value) -> System.out.printf("%-32s %12s%n", name, value));
    }
  }
}
