package org.doorstep.server.launch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.optimise.RosterStudy;
import org.doorstep.simulator.optimise.roster.Need;
import org.doorstep.simulator.optimise.roster.Shift;
import org.doorstep.simulator.optimise.roster.ShiftProgram;
import org.doorstep.simulator.optimise.search.Race;
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

/** Which shifts crews should work. */
@Command(
    name = "roster",
    mixinStandardHelpOptions = true,
    description = {
      "Which shifts the crews of one kind should work, against the work of each half hour of the",
      "week: the same hours as now, spread better, or the fewest hours that keep a rule. The bases",
      "keep their shares. Exit status 1: nothing better was shown, or no roster keeps the rule."
    })
final class OptimiseRosterCommand implements Callable<Integer> {
  private static final int SOLVER_STEPS = 5_000;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private OptimiseOptions options = new OptimiseOptions();
  @Mixin private JudgeOptions judge = new JudgeOptions();
  @Mixin private ObjectiveOptions objective = new ObjectiveOptions();

  @Option(
      names = "--kind",
      defaultValue = "AMBULANCE",
      description = "Whose crews. Default: ${DEFAULT-VALUE}.")
  private UnitKind kind = UnitKind.AMBULANCE;

  @Option(
      names = "--shift-hours",
      defaultValue = "12",
      split = ",",
      paramLabel = "H",
      description = "How long shifts may be; several with commas. Default: ${DEFAULT-VALUE}.")
  private List<Double> shiftHours = List.of(12.0);

  @Option(names = "--weekend", description = "Saturday and Sunday may have shifts of their own.")
  private boolean weekend;

  @Option(
      names = "--crews-min",
      defaultValue = "1",
      paramLabel = "N",
      description = "Crews on shift at any time, at least. Default: ${DEFAULT-VALUE}.")
  private int crewsMin = 1;

  @Option(
      names = "--crews-of-shift-max",
      defaultValue = "12",
      paramLabel = "N",
      description = "Crews that begin one shift, at most. Default: ${DEFAULT-VALUE}.")
  private int crewsOfShiftMax = 12;

  @Option(
      names = "--utilisation",
      paramLabel = "SHARE",
      description = "The fewest hours at which no more than that share is busy, as 0.55.")
  private @Nullable Double utilisation;

  @Option(
      names = "--waiting",
      paramLabel = "SHARE",
      description = "The fewest hours at which no more than that share waits for a free unit.")
  private @Nullable Double waiting;

  @Option(
      names = "--waiting-minutes",
      defaultValue = "5",
      paramLabel = "M",
      description = "... longer than that. Default: ${DEFAULT-VALUE}.")
  private double waitingMinutes = 5;

  @Override
  public Integer call() throws IOException {
    judge.check();
    OptimiseRun run = new OptimiseRun(Given.required(spec, "--help"), options);
    RosterStudy.Order order =
        new RosterStudy.Order(
            kind,
            shiftHours,
            weekend,
            new ShiftProgram.Terms(crewsMin, crewsOfShiftMax, SOLVER_STEPS),
            rule(),
            objective.objective(),
            new Race.Terms(4, 16, 0.8));
    return run.inWorlds(worlds -> search(run, worlds, order));
  }

  private Optional<Need.Rule> rule() {
    if (utilisation != null && waiting != null) {
      throw new IllegalArgumentException(
          "Either --utilisation (%s) or --waiting (%s) may be given."
              .formatted(utilisation, waiting));
    }
    if (utilisation != null) {
      return Optional.of(new Need.Utilisation(utilisation));
    }
    return waiting == null
        ? Optional.empty()
        : Optional.of(new Need.Waiting(waiting, waitingMinutes));
  }

  private int search(OptimiseRun run, WorldRunner worlds, RosterStudy.Order order)
      throws IOException {
    Scenario scenario = run.training();
    Roads roads = run.prepare(worlds, scenario);
    Optional<RosterStudy.Found> found;
    OptimiseReport report;
    int trained;
    try (Runs runs = run.runs(roads)) {
      found = new RosterStudy(order, runs, options::tell).run(scenario);
      trained = runs.seedsUsed();
      report = run.report("roster", runs.made(), trained);
    }
    report.put("kind", order.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    report.put("objective", order.objective().terms().stream().map(Object::toString).toList());
    if (found.isEmpty()) {
      options.tell("No roster is better than that of now, or none keeps the rule.");
      return run.nothing(report);
    }
    put(report, found.get());
    if (!options.json()) {
      lines(found.get()).forEach(System.out::println);
    }
    return run.judged(
        worlds,
        judge,
        run.text("roster optimised", found.get().scenario().fleet()),
        claim(order, found.get()),
        report,
        trained);
  }

  /** With fewer hours it is enough that nothing becomes worse than the guards allow. */
  private static Judgement.Claim claim(RosterStudy.Order order, RosterStudy.Found found) {
    if (order.rule().isEmpty()) {
      return Judgement.Claim.better(order.objective(), Double.POSITIVE_INFINITY);
    }
    boolean fewer = found.roster().weekHours() < found.weekHoursBefore();
    return new Judgement.Claim(
        "fewer hours, and no category responds later than its guard allows, on unseen calls",
        fewer
            ? "fewer hours, but a category responds later than its guard allows"
            : "the rule needs no fewer hours than are worked now",
        verdict -> fewer && verdict.guardsHold(order.objective().guards()));
  }

  private static void put(OptimiseReport report, RosterStudy.Found found) {
    report.put("rule", found.rule());
    report.put("rosters", found.steps());
    report.put("weekHoursBefore", found.weekHoursBefore());
    report.put("weekHoursAfter", found.roster().weekHours());
    report.put("fewestHoursProven", found.roster().proven());
    report.put("neededByHalfHourOfWeek", found.needed());
    report.put("crewsByHourBefore", found.crewsBefore());
    report.put("crewsByHourAfter", found.crewsAfter());
    List<Object> shifts = new ArrayList<>();
    found.roster().crews().forEach((shift, crews) -> shifts.add(shift(shift, crews)));
    report.put("shifts", shifts);
  }

  private static Map<String, Object> shift(Shift shift, int crews) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("from", shift.from().toString());
    values.put("hours", shift.hours());
    values.put("weekdays", shift.days().stream().map(Object::toString).toList());
    values.put("crews", crews);
    return values;
  }

  private static List<String> lines(RosterStudy.Found found) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %.0f hours in a week instead of %.0f",
            found.rule(),
            found.roster().weekHours(),
            found.weekHoursBefore()));
    found
        .roster()
        .crews()
        .forEach(
            (shift, crews) ->
                lines.add("  %d from %s, %s h".formatted(crews, shift.from(), shift.hours())));
    lines.add("hour    before after");
    for (int hour = 0; hour < found.crewsBefore().size(); hour++) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%02d:00 %7.1f %5.1f",
              hour,
              found.crewsBefore().get(hour),
              found.crewsAfter().get(hour)));
    }
    return lines;
  }
}
