package org.doorstep.server.launch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.optimise.TargetStudy;
import org.doorstep.simulator.optimise.goal.TargetSearch;
import org.doorstep.simulator.optimise.search.Runs;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.study.WorldRunner;
import org.doorstep.simulator.world.road.Roads;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How much is needed so that a target holds. */
@Command(
    name = "target",
    mixinStandardHelpOptions = true,
    description = {
      "The smallest share treated at the scene, or the fewest crews more, at which the mean of a",
      "measure is no more than a target with 95 %% confidence; by bisection on shared seeds, and",
      "judged on others. Exit status 1: not even the most holds it, or not on unseen calls."
    })
final class OptimiseTargetCommand implements Callable<Integer> {
  /** What is asked for. */
  enum Amount {
    /** Per cent of those conveyed today. */
    SHARE,
    /** Crews beside those that there are. */
    CREWS
  }

  @Spec private @Nullable CommandSpec spec;
  @Mixin private OptimiseOptions options = new OptimiseOptions();
  @Mixin private JudgeOptions judge = new JudgeOptions();

  @Option(
      names = "--of",
      required = true,
      description = "${COMPLETION-CANDIDATES}: per cent treated at the scene, or crews more.")
  private Amount of = Amount.SHARE;

  @Mixin private TargetOptions target = new TargetOptions();

  @Option(
      names = "--kind",
      defaultValue = "AMBULANCE",
      description = "Of the crews. Default: ${DEFAULT-VALUE}.")
  private UnitKind kind = UnitKind.AMBULANCE;

  @Option(
      names = "--moved-percent",
      paramLabel = "P",
      description = "With --of crews: the share treated at the scene. Default: the scenario's.")
  private @Nullable Double movedPercent;

  @Option(names = "--least", paramLabel = "X", description = "Default: 0.")
  private double least;

  @Option(names = "--most", paramLabel = "X", description = "Default: 100 per cent, or 40 crews.")
  private @Nullable Double most;

  @Option(
      names = "--training-replications",
      defaultValue = "8",
      paramLabel = "N",
      description = "At each amount that is looked at. Default: ${DEFAULT-VALUE}.")
  private int trainingReplications = 8;

  @Override
  public Integer call() throws IOException {
    target.check();
    judge.check();
    double upTo = most != null ? most : of == Amount.SHARE ? 100 : 40;
    TargetSearch.Terms terms = new TargetSearch.Terms(target.seconds(), least, upTo, 1);
    OptimiseRun run = new OptimiseRun(Given.required(spec, "--help"), options);
    return run.inWorlds(worlds -> search(run, worlds, terms));
  }

  private int search(OptimiseRun run, WorldRunner worlds, TargetSearch.Terms terms)
      throws IOException {
    Scenario scenario = run.training();
    TargetStudy study = new TargetStudy(target.measure(), trainingReplications);
    Roads roads = run.prepare(worlds, scenario);
    Function<Double, Scenario> amounts;
    TargetSearch.Found found;
    OptimiseReport report;
    int trained;
    try (Runs runs = run.runs(roads)) {
      amounts = amounts(scenario, runs);
      found = study.find(terms, amounts, runs);
      trained = runs.seedsUsed();
      report = run.report("target", runs.made(), trained);
    }
    put(report, found);
    lines(found).forEach(options::tell);
    if (found.smallest().isEmpty()) {
      options.tell("Not even the most holds the target.");
      return run.nothing(report);
    }
    String text = run.text("for the target", amounts.apply(found.smallest().get()));
    return run.judged(worlds, judge, text, target.claim(), report, trained);
  }

  private Function<Double, Scenario> amounts(Scenario scenario, Runs runs) {
    Scenario start = movedPercent == null ? scenario : TargetStudy.moved(scenario, movedPercent);
    return of == Amount.SHARE
        ? percent -> TargetStudy.moved(scenario, percent)
        : TargetStudy.crews(start, kind, runs);
  }

  private void put(OptimiseReport report, TargetSearch.Found found) {
    report.put("of", of.name().toLowerCase(Locale.ROOT));
    report.put("measure", target.measure());
    report.put("targetSeconds", target.seconds());
    found.smallest().ifPresent(smallest -> report.put("smallest", smallest));
    found.missesUpTo().ifPresent(misses -> report.put("missesUpTo", misses));
    report.put("monotone", found.isMonotone());
    report.put("breaks", found.breaks());
    report.put("points", found.points().stream().map(OptimiseTargetCommand::point).toList());
  }

  private static Map<String, Object> point(TargetSearch.Point point) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("amount", point.amount());
    values.put("mean", point.mean().mean());
    values.put("low", point.mean().low());
    values.put("high", point.mean().high());
    values.put("holds", point.holds());
    return values;
  }

  private List<String> lines(TargetSearch.Found found) {
    List<String> lines = new ArrayList<>();
    for (TargetSearch.Point each : found.points()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s %6.0f: %s %.1f (%.1f) %s",
              of.name().toLowerCase(Locale.ROOT),
              each.amount(),
              target.measure(),
              each.mean().mean(),
              each.mean().halfWidth(),
              each.holds() ? "holds" : ""));
    }
    Optional<Double> smallest = found.smallest();
    smallest.ifPresent(
        amount ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "The smallest that holds: %.0f; missed beyond chance up to %s.",
                    amount,
                    found.missesUpTo().map(Object::toString).orElse("none"))));
    found.breaks().forEach(each -> lines.add("Against the assumption: " + each));
    return lines;
  }
}
