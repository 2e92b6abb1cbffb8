package org.doorstep.simulator.optimise;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.experiment.Measured;
import org.doorstep.simulator.measure.Measure;
import org.doorstep.simulator.measure.ResponseClass;
import org.doorstep.simulator.optimise.load.WeekLoad;
import org.doorstep.simulator.optimise.roster.Need;
import org.doorstep.simulator.optimise.roster.RosterPlan;
import org.doorstep.simulator.optimise.roster.Shift;
import org.doorstep.simulator.optimise.roster.ShiftProgram;
import org.doorstep.simulator.optimise.roster.ShiftProgram.Roster;
import org.doorstep.simulator.optimise.search.Objective;
import org.doorstep.simulator.optimise.search.Race;
import org.doorstep.simulator.optimise.search.Runs;
import org.doorstep.simulator.scenario.Scenario;

/**
 * Which shifts the crews of one kind should work. Either the fewest hours at which a rule holds in
 * every half hour of the week, or the same hours as now, spread so that a rule is as strict as the
 * hours allow; in that case several rules and lags race on the simulator.
 */
public final class RosterStudy {
  /** Finer differences of a rule change no roster. */
  private static final int BISECTIONS = 18;

  private static final double FACTOR_MIN = 0.02;
  private static final double FACTOR_MAX = 50;

  private final Order order;
  private final Runs runs;
  private final Consumer<String> told;

  /**
   * What is wanted.
   *
   * @param kind whose crews work another roster
   * @param shiftHours how long shifts may be, one at least
   * @param weekend whether Saturday and Sunday may have shifts of their own
   * @param rule that holds with the fewest hours; empty: the hours of now, spread better
   */
  public record Order(
      UnitKind kind,
      List<Double> shiftHours,
      boolean weekend,
      ShiftProgram.Terms program,
      Optional<Need.Rule> rule,
      Objective objective,
      Race.Terms race) {
    public Order {
      shiftHours = List.copyOf(shiftHours);
      if (shiftHours.isEmpty()) {
        throw new IllegalArgumentException("There must be a length that shifts may have.");
      }
      for (double hours : shiftHours) {
        if (!(hours >= 1 && hours <= 20) || 2 * hours != StrictMath.rint(2 * hours)) {
          throw new IllegalArgumentException(
              "The length of a shift (%s h) must be whole half hours, from 1 to 20 hours."
                  .formatted(hours));
        }
      }
    }
  }

  /**
   * What was found.
   *
   * @param rule by which it was made, in words
   * @param needed units by half hour of the week
   * @param crewsBefore by hour of the day
   * @param crewsAfter the same
   */
  public record Found(
      Scenario scenario,
      String rule,
      Roster roster,
      double weekHoursBefore,
      List<Integer> needed,
      List<Double> crewsBefore,
      List<Double> crewsAfter,
      List<String> steps) {
    public Found {
      needed = List.copyOf(needed);
      crewsBefore = List.copyOf(crewsBefore);
      crewsAfter = List.copyOf(crewsAfter);
      steps = List.copyOf(steps);
    }
  }

  private record Made(String words, Need need, Roster roster) {}

  /** A study by training runs. */
  public RosterStudy(Order order, Runs runs, Consumer<String> told) {
    this.order = order;
    this.runs = runs;
    this.told = told;
  }

  /** Searches; empty if no roster is better than that of now, or none keeps the rule. */
  public Optional<Found> run(Scenario scenario) {
    RosterPlan plan = new RosterPlan(scenario.fleet(), order.kind());
    Measured pilot = runs.measure(List.of(new Runs.Job(scenario, 1))).get(0);
    WeekLoad load = WeekLoad.of(scenario, jobHours(pilot));
    double service = serviceHours(pilot);
    told.accept(
        String.format(
            Locale.ROOT,
            "%.2f h of the kind for each call, %.2f h for each job, %.0f h of shifts in a week",
            load.jobHoursPerCall(),
            service,
            plan.weekHours()));
    ShiftProgram program = new ShiftProgram(shifts(), scenario.fleet().shifts(), order.program());
    List<Made> made = made(program, load, service, plan.weekHours());
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    made.forEach(each -> scenarios.put(each.words(), scenario.with(plan.under(each.roster()))));
    Optional<Made> best =
        order.rule().isPresent() ? made.stream().findFirst() : race(scenario, made, scenarios);
    return best.map(
        each -> {
          Scenario better = scenarios.getOrDefault(each.words(), scenario);
          return new Found(
              better,
              each.words(),
              each.roster(),
              plan.weekHours(),
              each.need().units(load),
              plan.crewsByHour(),
              new RosterPlan(better.fleet(), order.kind()).crewsByHour(),
              made.stream().map(RosterStudy::words).toList());
        });
  }

  private Optional<Made> race(Scenario scenario, List<Made> made, Map<String, Scenario> scenarios) {
    List<Race.Runner<Made>> runners = new ArrayList<>();
    for (Made each : made) {
      runners.add(new Race.Runner<>(each, scenarios.getOrDefault(each.words(), scenario)));
    }
    made.forEach(each -> told.accept(words(each)));
    Optional<Race.Winner<Made>> winner =
        new Race(runs, order.objective(), order.race()).run(scenario, runners);
    told.accept(
        winner
            .map(won -> "%s wins".formatted(won.entry().words()))
            .orElse("no roster is better beyond chance"));
    return winner.map(Race.Winner::entry);
  }

  private static String words(Made made) {
    return String.format(
        Locale.ROOT,
        "%s: %.0f h in a week, %d shifts%s",
        made.words(),
        made.roster().weekHours(),
        made.roster().crews().size(),
        made.roster().proven() ? "" : ", perhaps not the fewest hours");
  }

  private List<Made> made(ShiftProgram program, WeekLoad load, double service, double hours) {
    List<Made> made = new ArrayList<>();
    if (order.rule().isPresent()) {
      Need need = new Need(order.rule().get(), service, service);
      program
          .cheapest(need.units(load))
          .ifPresent(roster -> made.add(new Made(need.rule().toString(), need, roster)));
      return made;
    }
    for (Need.Rule rule : List.of(new Need.Utilisation(0.6), new Need.Waiting(0.1, 5))) {
      for (double lag : List.of(0.0, service / 2, service)) {
        strictest(program, load, new Need(rule, lag, service), hours).ifPresent(made::add);
      }
    }
    return made;
  }

  /** The rule as strict as the hours allow. */
  private Optional<Made> strictest(
      ShiftProgram program, WeekLoad load, Need need, double weekHours) {
    double strict = FACTOR_MIN;
    double loose = FACTOR_MAX;
    Optional<Made> best = Optional.empty();
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = StrictMath.sqrt(strict * loose);
      Need tried = new Need(need.rule().scaled(middle), need.lagHours(), need.serviceHours());
      Optional<Roster> roster = program.cheapest(tried.units(load));
      if (roster.isPresent() && roster.get().weekHours() <= weekHours) {
        loose = middle;
        String words =
            String.format(Locale.ROOT, "%s, lag %.1f h", name(tried.rule()), need.lagHours());
        best = Optional.of(new Made(words, tried, roster.get()));
      } else {
        strict = middle;
      }
    }
    return best;
  }

  private static String name(Need.Rule rule) {
    if (rule instanceof Need.Utilisation utilisation) {
      return String.format(Locale.ROOT, "utilisation %.2f", utilisation.most());
    }
    Need.Waiting waiting = (Need.Waiting) rule;
    return String.format(
        Locale.ROOT, "%.3f wait over %.0f min", waiting.share(), waiting.minutes());
  }

  private List<Shift> shifts() {
    List<DayOfWeek> all = List.of(DayOfWeek.values());
    List<List<DayOfWeek>> groups =
        order.weekend() ? List.of(all.subList(0, 5), all.subList(5, 7)) : List.of(all);
    List<Shift> shifts = new ArrayList<>();
    for (List<DayOfWeek> days : groups) {
      for (double hours : order.shiftHours()) {
        for (int start = 0; start < Shift.DAY; start++) {
          shifts.add(new Shift(start, (int) (2 * hours), days));
        }
      }
    }
    return shifts;
  }

  /** Hours of the kind that a call binds. */
  private double jobHours(Measured pilot) {
    String kind = order.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Objective.value(pilot, kind + "-hours")
        * Objective.value(pilot, kind + "-utilisation")
        / Objective.value(pilot, Measure.INCIDENTS.key());
  }

  private static double serviceHours(Measured pilot) {
    double jobs = 0;
    for (ResponseClass of :
        List.of(ResponseClass.C1, ResponseClass.C2, ResponseClass.C3, ResponseClass.C4)) {
      jobs += pilot.values().getOrDefault(Measure.allocated(of).key(), 0.0);
    }
    return Objective.value(pilot, Measure.JOB_HOURS.key()) / StrictMath.max(1, jobs);
  }
}
