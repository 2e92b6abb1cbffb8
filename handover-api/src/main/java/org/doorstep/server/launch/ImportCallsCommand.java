package org.doorstep.server.launch;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.doorstep.routing.GeoPoint;
import org.doorstep.simulator.experiment.ExperimentFolder;
import org.doorstep.simulator.history.BackTest;
import org.doorstep.simulator.history.BadLine;
import org.doorstep.simulator.history.CallFile;
import org.doorstep.simulator.history.Fit;
import org.doorstep.simulator.history.FittedScenario;
import org.doorstep.simulator.history.PastCall;
import org.doorstep.simulator.study.ScenarioSource;
import org.doorstep.simulator.study.WorldRunner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Demand from recorded calls: read, fitted, tested, written as a scenario. */
@Command(
    name = "import-calls",
    mixinStandardHelpOptions = true,
    description = {
      "Read recorded calls (CSV: time,category,lat,lon), fit demand to them, and test the fit.",
      "Bad lines are left out and listed in bad-lines.csv; scenario-recorded.yaml is for simulate.",
      "Exit status 1: lines were bad."
    })
public final class ImportCallsCommand implements Callable<Integer> {
  private static final int SHOWN_MAX = 10;

  /** A record that is shorter keeps its first and last day, whole or not. */
  private static final int DAYS_TO_TRIM = 15;

  @Option(names = "--calls", required = true, paramLabel = "FILE", description = "The CSV file.")
  private @Nullable Path calls;

  @Option(
      names = "--scenario",
      defaultValue = "west-kent-today",
      paramLabel = "NAME",
      description = "The scenario that says all but demand. Default: ${DEFAULT-VALUE}.")
  private String scenario = "west-kent-today";

  @Option(
      names = "--hold-back",
      defaultValue = "28",
      paramLabel = "DAYS",
      description = "The last days, that the fit is tested on. Default: ${DEFAULT-VALUE}.")
  private int heldBack;

  @Mixin private RoadsOption roads = new RoadsOption();

  @Mixin private ResultsOption out = new ResultsOption();

  @Override
  public Integer call() {
    ExperimentFolder folder = out.folder();
    Path file = Given.required(calls, "--calls");
    try (WorldRunner worlds =
        new WorldRunner(
            at -> MapSource.forSimulations(at, ImportCallsCommand::say), ImportCallsCommand::say)) {
      CallFile read =
          CallFile.read(file, (lat, lon) -> worlds.isByRoad(new GeoPoint(lat, lon), roads.map()));
      folder.open();
      folder.write("bad-lines.csv", read.badLinesCsv());
      read.bad().stream().limit(SHOWN_MAX).map(BadLine::toString).forEach(System.out::println);
      System.out.printf("%d calls, %d bad lines%n", read.calls().size(), read.badCount());
      fit(read.calls(), folder);
      return read.badCount() == 0 ? 0 : Failures.ANSWER_IS_NO;
    }
  }

  private void fit(List<PastCall> all, ExperimentFolder folder) {
    List<LocalDate> days = all.stream().map(call -> call.at().toLocalDate()).sorted().toList();
    boolean trim = days.get(0).plusDays(DAYS_TO_TRIM).isBefore(days.get(days.size() - 1));
    LocalDate from = days.get(0).plusDays(trim ? 1 : 0);
    LocalDate until = days.get(days.size() - 1).plusDays(trim ? 0 : 1);
    List<PastCall> whole =
        all.stream()
            .filter(call -> !call.at().toLocalDate().isBefore(from))
            .filter(call -> call.at().toLocalDate().isBefore(until))
            .toList();
    BackTest test = BackTest.of(whole, from, until, heldBack);
    folder.write("back-test.csv", test.csv());
    test.lines().forEach(System.out::println);
    ScenarioSource below = ScenarioSource.find(scenario);
    folder.write(
        "scenario-recorded.yaml",
        FittedScenario.text(scenario, below.read(), Fit.of(whole, from, until)));
    System.out.println("In " + folder.file("").toAbsolutePath());
  }

  private static void say(String words) {
    System.out.println(words);
  }
}
