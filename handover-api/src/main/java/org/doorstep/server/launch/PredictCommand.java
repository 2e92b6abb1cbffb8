package org.doorstep.server.launch;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.doorstep.simulator.experiment.Experiment;
import org.doorstep.simulator.experiment.ExperimentFolder;
import org.doorstep.simulator.experiment.Plan;
import org.doorstep.simulator.experiment.ScenarioRunner.Settings;
import org.doorstep.simulator.file.Source;
import org.doorstep.simulator.measure.AmbsysTable;
import org.doorstep.simulator.measure.Figures;
import org.doorstep.simulator.predict.Verdict;
import org.doorstep.simulator.predict.YearAhead;
import org.doorstep.simulator.study.ScenarioSource;
import org.doorstep.simulator.study.WorldRunner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How far the simulator can be trusted: one published year predicted from another. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    description = {
      "Predict a published year from a scenario that was calibrated on another.",
      "Of the predicted year only volume, mix of categories and mean handover are used.",
      "Exit status 1: the mean of C1 or C2 is off by more than 10 %, or a share by 2 points."
    })
public final class PredictCommand implements Callable<Integer> {
  private static final int APRIL = 4;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "The published time series (AmbSYS, CSV).")
  private @Nullable Path data;

  @Option(
      names = "--organisation",
      defaultValue = "RYD",
      paramLabel = "CODE",
      description = "Whose rows. Default: ${DEFAULT-VALUE}, South East Coast.")
  private String organisation = "RYD";

  @Option(
      names = "--calibrated",
      defaultValue = "2024",
      paramLabel = "YEAR",
      description =
          "The year, from April, that the scenario stands for. Default: ${DEFAULT-VALUE}.")
  private int calibrated = 2024;

  @Option(
      names = "--year",
      defaultValue = "2025",
      paramLabel = "YEAR",
      description = "The year, from April, that is predicted. Default: ${DEFAULT-VALUE}.")
  private int year = 2025;

  @Option(
      names = "--scenario",
      defaultValue = "west-kent-today",
      paramLabel = "NAME",
      description = "The calibrated scenario, of those that ship. Default: ${DEFAULT-VALUE}.")
  private String scenario = "west-kent-today";

  @Option(
      names = "--replications",
      defaultValue = "5",
      paramLabel = "N",
      description = "How often each year is run. Default: ${DEFAULT-VALUE}.")
  private int replications = 5;

  @Option(names = "--seed", defaultValue = "1", description = "Of all chance. Default: 1.")
  private long seed = 1;

  @Option(
      names = "--days",
      paramLabel = "D",
      description = "How many days are measured. Default: the year.")
  private @Nullable Integer days;

  @Mixin private ResultsOption out = new ResultsOption();

  @Override
  public Integer call() {
    CommandSpec words = Given.required(spec, "--help");
    AmbsysTable table = AmbsysTable.read(Given.required(data, "--data"));
    YearMonth before = YearMonth.of(calibrated, APRIL);
    YearMonth ahead = YearMonth.of(year, APRIL);
    YearAhead carried = YearAhead.read(table, organisation, before, ahead);
    Figures published = table.sum(organisation, ahead, ahead.plusMonths(11));
    Experiment.Order order =
        new Experiment.Order(
            replications,
            seed,
            Runtime.getRuntime().availableProcessors(),
            String.join(" ", words.root().version()));
    ExperimentFolder folder = out.folder();
    try (WorldRunner worlds =
            new WorldRunner(
                map -> MapSource.forSimulations(map, PredictCommand::say), PredictCommand::say);
        StopSignal stop = StopSignal.caught(SimulateCommand.STOP_MAX)) {
      List<Plan> plans = plans(worlds, carried);
      ProgressLine progress =
          new ProgressLine(words.commandLine().getErr(), ProgressLine.isTerminal());
      Experiment.Outcome outcome =
          new Experiment(order, plans)
              .run(folder, progress::show, InstantSource.system(), stop::isGiven);
      return tell(folder, outcome, plans, published, carried.calibrated());
    }
  }

  private static void say(String words) {
    System.out.println(words);
  }

  private List<Plan> plans(WorldRunner worlds, YearAhead carried) {
    Settings settings = new Settings(Optional.ofNullable(days), Optional.empty(), Optional.empty());
    ScenarioSource base = ScenarioSource.find(scenario);
    String name = "predicted-%d".formatted(year);
    String text = carried.text(scenario, base.read());
    return List.of(
        worlds.plan(base, settings),
        worlds.plan(new ScenarioSource(name, new Source(name, text)), settings));
  }

  private static int tell(
      ExperimentFolder folder,
      Experiment.Outcome outcome,
      List<Plan> plans,
      Figures published,
      Figures lastYear) {
    Verdict fit = Verdict.of(outcome.figures(plans.get(0).name()), lastYear, lastYear);
    Verdict verdict = Verdict.of(outcome.figures(plans.get(1).name()), published, lastYear);
    folder.write("calibration.csv", fit.csv());
    folder.write("prediction.csv", verdict.csv());
    System.out.printf("The calibrated year, ours beside the published:%n%s%n", fit.table());
    System.out.printf("The year ahead:%n%s", verdict.table());
    verdict.misses().forEach(miss -> System.out.println("Beyond the goal: " + miss));
    return verdict.misses().isEmpty() ? 0 : Failures.ANSWER_IS_NO;
  }
}
