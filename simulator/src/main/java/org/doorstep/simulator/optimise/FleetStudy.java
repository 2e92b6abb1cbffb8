package org.doorstep.simulator.optimise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.optimise.fleet.CrewNumbers;
import org.doorstep.simulator.optimise.fleet.FleetMix;
import org.doorstep.simulator.optimise.load.WeekLoad;
import org.doorstep.simulator.optimise.search.Runs;
import org.doorstep.simulator.scenario.Costs;
import org.doorstep.simulator.scenario.Fleet;
import org.doorstep.simulator.scenario.Kind;
import org.doorstep.simulator.scenario.Scenario;

/** Which numbers of crews of several kinds hold a target at the least price. */
public final class FleetStudy {
  /** More than anybody can wait for. */
  public static final int OPTIONS_MAX = 400;

  private FleetStudy() {}

  /**
   * How the crews of a kind may vary.
   *
   * @param fewest crews more than now, below zero: fewer
   * @param most crews more than now, no less than {@code fewest}
   */
  public record Range(UnitKind kind, int fewest, int most) {
    public Range {
      if (fewest > most) {
        throw new IllegalArgumentException(
            "The crews of the kind (%s) must go from fewer (%d) to more (%d)."
                .formatted(kind, fewest, most));
      }
    }
  }

  /**
   * The table of all mixes.
   *
   * @throws IllegalArgumentException if the scenario has no prices, or there are too many mixes
   */
  public static FleetMix.Table run(
      Scenario scenario, List<Range> ranges, FleetMix.Terms terms, Runs runs) {
    Costs costs =
        scenario
            .costs()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The scenario (%s) must have costs, to compare fleets by price."
                            .formatted(scenario.name())));
    long count = 1;
    for (Range range : ranges) {
      count *= range.most() - range.fewest() + 1;
      if (count > OPTIONS_MAX) {
        throw new IllegalArgumentException(
            "The ranges make more than %d fleets.".formatted(OPTIONS_MAX));
      }
    }
    WeekLoad load = WeekLoad.of(scenario, PostStudy.jobHoursPerCall(scenario, runs));
    List<FleetMix.Option> options = new ArrayList<>();
    for (Mix mix : mixes(scenario, ranges, load)) {
      double hours = 0;
      double pounds = 0;
      for (Kind kind : mix.fleet().kinds()) {
        double each = CrewNumbers.weekHours(mix.fleet(), kind.kind());
        hours += each;
        pounds += each * price(costs, kind.kind());
      }
      options.add(new FleetMix.Option(mix.name(), scenario.with(mix.fleet()), hours, pounds));
    }
    return new FleetMix(runs, terms).compare(options);
  }

  private static double price(Costs costs, UnitKind kind) {
    var price = costs.crewHour().get(kind);
    return price == null ? 0 : price.pounds();
  }

  private record Mix(String name, Fleet fleet) {}

  private static List<Mix> mixes(Scenario scenario, List<Range> ranges, WeekLoad load) {
    List<Mix> mixes = List.of(new Mix("", scenario.fleet()));
    for (Range range : ranges) {
      List<Mix> more = new ArrayList<>();
      for (Mix mix : mixes) {
        CrewNumbers numbers = new CrewNumbers(mix.fleet(), load);
        for (int crews = range.fewest(); crews <= range.most(); crews++) {
          String kind = range.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
          String words = "%s %+d".formatted(kind, crews);
          more.add(
              new Mix(
                  mix.name().isEmpty() ? words : mix.name() + ", " + words,
                  numbers.with(range.kind(), crews)));
        }
      }
      mixes = more;
    }
    return mixes;
  }
}
