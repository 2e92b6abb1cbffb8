package org.doorstep.server.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.doorstep.simulator.paper.BoardPaper;
import org.doorstep.simulator.paper.Question;
import org.doorstep.simulator.study.WorldRunner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The question of a board of directors, answered in one report. */
@Command(
    name = "board-paper",
    mixinStandardHelpOptions = true,
    description = {
      "Demand grows: what share treated at the scene and what crews hold C2, and at what cost?",
      "Writes paper.html with plots, tables and every assumption, a CSV, and the scenarios.",
      "Exit status 1: for some number of people nothing that was tried holds the target."
    })
public final class BoardPaperCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--population",
      split = ",",
      defaultValue = "463730,480000",
      paramLabel = "PEOPLE",
      description = "How many people; several with commas. Default: ${DEFAULT-VALUE}.")
  private double[] populations = {};

  @Option(
      names = "--growth",
      defaultValue = "20",
      paramLabel = "PERCENT",
      description = "By how much demand grows. Default: ${DEFAULT-VALUE}.")
  private double growthPercent;

  @Option(
      names = "--years",
      defaultValue = "5",
      paramLabel = "YEARS",
      description = "Over how many years. Default: ${DEFAULT-VALUE}.")
  private int years;

  @Option(
      names = "--target",
      defaultValue = "18",
      paramLabel = "MINUTES",
      description = "The mean response of C2 that must be held. Default: ${DEFAULT-VALUE}.")
  private double targetMinutes;

  @Option(
      names = "--moved",
      split = ",",
      defaultValue = "0,10,20,30",
      paramLabel = "PERCENT",
      description =
          "Of those conveyed to an emergency department today, so many treated at the scene instead; 0 first. Default: ${DEFAULT-VALUE}.")
  private double[] movedPercents = {};

  @Option(
      names = "--desk",
      split = ",",
      defaultValue = "1,0.5",
      paramLabel = "FACTOR",
      description =
          "How long the desk takes to decide, as multiples of today. Default: ${DEFAULT-VALUE}.")
  private double[] deskFactors = {};

  @Option(
      names = "--replications",
      defaultValue = "4",
      paramLabel = "N",
      description = "Years that an answer rests on. Default: ${DEFAULT-VALUE}.")
  private int replications;

  @Option(
      names = "--days",
      defaultValue = "365",
      paramLabel = "D",
      description = "How many days of each are measured. Default: ${DEFAULT-VALUE}.")
  private int days;

  @Option(names = "--seed", defaultValue = "1", description = "Of all chance. Default: 1.")
  private long seed;

  @Mixin private ResultsOption out = new ResultsOption();

  @Override
  public Integer call() {
    CommandSpec words = Given.required(spec, "--help");
    Question question =
        new Question(
            list(populations),
            growthPercent,
            years,
            targetMinutes,
            list(movedPercents),
            list(deskFactors),
            replications,
            days,
            seed);
    BoardPaper paper =
        new BoardPaper(
            question,
            Runtime.getRuntime().availableProcessors(),
            String.join(" ", words.root().version()),
            BoardPaperCommand::say);
    try (WorldRunner worlds =
        new WorldRunner(
            map -> MapSource.forSimulations(map, BoardPaperCommand::say), BoardPaperCommand::say)) {
      BoardPaper.Outcome outcome = paper.write(out.folder(), worlds);
      System.out.printf("%n%s%nIn %s%n", outcome.table(), out.path().toAbsolutePath());
      return outcome.isHeld() ? 0 : Failures.ANSWER_IS_NO;
    }
  }

  private static List<Double> list(double[] values) {
    List<Double> list = new ArrayList<>();
    for (double value : values) {
      list.add(value);
    }
    return List.copyOf(list);
  }

  private static void say(String words) {
    System.out.println(words);
  }
}
