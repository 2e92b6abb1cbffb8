package org.doorstep.server.launch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.optimise.FleetStudy;
import org.doorstep.simulator.optimise.fleet.FleetMix;
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

/** How many crews of which kind. */
@Command(
    name = "fleet",
    mixinStandardHelpOptions = true,
    description = {
      "Which numbers of crews of several kinds hold a target at the least price, and which are worth",
      "their price at all: a table of all mixes by the prices of the scenario. The cheapest that",
      "holds is judged on unseen calls. Exit status 1: none holds, or not on unseen calls."
    })
final class OptimiseFleetCommand implements Callable<Integer> {
  private static final Pattern RANGE =
      Pattern.compile("([A-Za-z-]+):(-?\\d{1,3})\\.\\.(-?\\d{1,3})");

  @Spec private @Nullable CommandSpec spec;
  @Mixin private OptimiseOptions options = new OptimiseOptions();
  @Mixin private JudgeOptions judge = new JudgeOptions();

  @Option(
      names = "--crews",
      defaultValue = "ambulance:-2..6,paramedic-car:-2..2",
      split = ",",
      paramLabel = "KIND:FEWEST..MOST",
      description = "Crews more than now, below zero fewer; several. Default: ${DEFAULT-VALUE}.")
  private List<String> crews = List.of();

  @Mixin private TargetOptions target = new TargetOptions();

  @Option(
      names = "--budget",
      paramLabel = "POUNDS",
      description = "A week for all crews, at most. Default: none.")
  private @Nullable Double budget;

  @Option(
      names = "--seeds-first",
      defaultValue = "3",
      paramLabel = "N",
      description = "Training runs of each mix before the first go. Default: ${DEFAULT-VALUE}.")
  private int seedsFirst = 3;

  @Option(
      names = "--seeds-most",
      defaultValue = "12",
      paramLabel = "N",
      description = "Training runs of those that stay. Default: ${DEFAULT-VALUE}.")
  private int seedsMost = 12;

  @Override
  public Integer call() throws IOException {
    target.check();
    judge.check();
    List<FleetStudy.Range> ranges = crews.stream().map(OptimiseFleetCommand::range).toList();
    FleetMix.Terms terms =
        new FleetMix.Terms(
            target.measure(), target.seconds(), Optional.ofNullable(budget), seedsFirst, seedsMost);
    OptimiseRun run = new OptimiseRun(Given.required(spec, "--help"), options);
    return run.inWorlds(worlds -> search(run, worlds, ranges, terms));
  }

  private static FleetStudy.Range range(String text) {
    Matcher matcher = RANGE.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "The crews (%s) must be as ambulance:-2..4.".formatted(text));
    }
    String name = matcher.group(1).toUpperCase(Locale.ROOT).replace('-', '_');
    for (UnitKind kind : UnitKind.values()) {
      if (kind.name().equals(name)) {
        return new FleetStudy.Range(
            kind, Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
      }
    }
    throw new IllegalArgumentException(
        "The kind (%s) of the crews (%s) must be one that there is."
            .formatted(matcher.group(1), text));
  }

  private int search(
      OptimiseRun run, WorldRunner worlds, List<FleetStudy.Range> ranges, FleetMix.Terms terms)
      throws IOException {
    Scenario scenario = run.training();
    Roads roads = run.prepare(worlds, scenario);
    FleetMix.Table table;
    OptimiseReport report;
    int trained;
    try (Runs runs = run.runs(roads)) {
      table = FleetStudy.run(scenario, ranges, terms, runs);
      trained = runs.seedsUsed();
      report = run.report("fleet", runs.made(), trained);
    }
    report.put("measure", target.measure());
    report.put("targetSeconds", terms.target());
    terms.budget().ifPresent(most -> report.put("budgetPounds", most));
    report.put("fleets", table.lines().stream().map(OptimiseFleetCommand::values).toList());
    lines(table).forEach(options::tell);
    if (table.cheapest().isEmpty()) {
      options.tell("No mix holds the target within the budget.");
      return run.nothing(report);
    }
    FleetMix.Line cheapest = table.cheapest().get();
    report.put("cheapest", cheapest.option().name());
    options.tell("The cheapest that holds: " + cheapest.option().name());
    String text = run.text("fleet optimised", cheapest.option().scenario().fleet());
    return run.judged(worlds, judge, text, target.claim(), report, trained);
  }

  private static Map<String, Object> values(FleetMix.Line line) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("fleet", line.option().name());
    values.put("weekHours", line.option().weekHours());
    values.put("weekPounds", line.option().weekPounds());
    values.put("mean", line.mean().mean());
    values.put("low", line.mean().low());
    values.put("high", line.mean().high());
    values.put("runs", line.mean().count());
    values.put("withinBudget", line.isWithinBudget());
    values.put("holds", line.holds());
    values.put("frontier", line.onFrontier());
    return values;
  }

  private static List<String> lines(FleetMix.Table table) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%-36s %8s %10s %10s %8s %4s"
            .formatted("fleet", "h/week", "GBP/week", "mean s", "+-", "runs"));
    for (FleetMix.Line line : table.lines()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-36s %8.0f %10.0f %10.1f %8.1f %4d%s%s",
              line.option().name(),
              line.option().weekHours(),
              line.option().weekPounds(),
              line.mean().mean(),
              line.mean().halfWidth(),
              line.mean().count(),
              line.onFrontier() ? " frontier" : "",
              line.holds() ? " holds" : ""));
    }
    return lines;
  }
}
