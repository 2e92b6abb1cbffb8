package org.doorstep.simulator.optimise.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.experiment.Measured;
import org.doorstep.simulator.experiment.Trial;
import org.doorstep.simulator.optimise.load.WeekLoad;
import org.doorstep.simulator.optimise.search.Runs;
import org.doorstep.simulator.optimise.search.Seeds;
import org.doorstep.simulator.scenario.Fleet;
import org.doorstep.simulator.scenario.RosterLine;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.world.Towns;
import org.junit.jupiter.api.Test;

/** FEATURE: crews come where work is most and go where it is least; the cheapest mix is found. */
class FleetMixTest {
  private static final Fleet TOWN = Towns.with("name: town").fleet();

  /** A world whose wait is as long as its name says. */
  private static Trial trial(Scenario scenario) {
    return (replication, seed) ->
        Measured.of(
            Map.of(
                "wait", Double.parseDouble(scenario.name()) + 5 * Chance.of(seed, "day").normal()));
  }

  private static FleetMix.Option option(String wait, double pounds) {
    return new FleetMix.Option(
        wait + " for " + pounds, Towns.with("name: \"%s\"".formatted(wait)), 100, pounds);
  }

  private static FleetMix.Table compare(Optional<Double> budget, FleetMix.Option... options) {
    try (Runs runs = new Runs(FleetMixTest::trial, new Seeds(1), 2, () -> false)) {
      return new FleetMix(runs, new FleetMix.Terms("wait", 100, budget, 4, 16))
          .compare(List.of(options));
    }
  }

  @Test
  void compare_severalFleets_findsTheCheapestThatHoldsAndTheFrontier() {
    FleetMix.Table table =
        compare(
            Optional.empty(),
            option("80", 1_300),
            option("150", 1_000),
            option("160", 1_100),
            option("85", 1_200));

    assertThat(table.cheapest().orElseThrow().option().name()).isEqualTo("85 for 1200.0");
    assertThat(table.lines())
        .extracting(FleetMix.Line::onFrontier)
        .containsExactly(true, false, true, true);
    // The dear one that only repeats what a cheaper one holds for sure got no more than one heat.
    assertThat(table.lines().get(3).mean().count()).isEqualTo(4);
  }

  @Test
  void compare_budgetThatBuysNone_saysSo() {
    assertThat(compare(Optional.of(1_100.0), option("150", 1_000), option("85", 1_200)).cheapest())
        .isEmpty();
  }

  @Test
  void with_moreCrews_joinWhereWorkIsMost() {
    CrewNumbers numbers = new CrewNumbers(TOWN, busyInTheAfternoon());

    Fleet more = numbers.with(UnitKind.AMBULANCE, 2);

    assertThat(CrewNumbers.crews(more, UnitKind.AMBULANCE)).isEqualTo(14);
    assertThat(crewsFrom(more, 12)).isEqualTo(8);
    assertThat(CrewNumbers.weekHours(more, UnitKind.AMBULANCE))
        .isEqualTo(CrewNumbers.weekHours(TOWN, UnitKind.AMBULANCE) + 2 * 12 * 7);
  }

  @Test
  void with_fewerCrews_leaveWhereWorkIsLeast() {
    CrewNumbers numbers = new CrewNumbers(TOWN, busyInTheAfternoon());

    Fleet fewer = numbers.with(UnitKind.AMBULANCE, -3);

    assertThat(crewsFrom(fewer, 12)).isEqualTo(6);
    assertThat(crewsFrom(fewer, 0)).isEqualTo(3);
    assertThat(numbers.with(UnitKind.AMBULANCE, 0)).isEqualTo(TOWN);
    assertThatThrownBy(() -> numbers.with(UnitKind.AMBULANCE, -13))
        .hasMessageContaining("13 cannot leave");
    assertThatThrownBy(() -> numbers.with(UnitKind.AIR, 1)).hasMessageContaining("(AIR)");
  }

  private static int crewsFrom(Fleet fleet, int hour) {
    return fleet.roster().stream()
        .filter(line -> line.kind() == UnitKind.AMBULANCE && line.from().getHour() == hour)
        .mapToInt(RosterLine::crews)
        .sum();
  }

  private static WeekLoad busyInTheAfternoon() {
    List<Double> calls = new java.util.ArrayList<>(Collections.nCopies(WeekLoad.HOURS, 1.0));
    for (int hour = 0; hour < WeekLoad.HOURS; hour++) {
      calls.set(hour, hour % 24 >= 12 ? 9.0 : 1.0);
    }
    return new WeekLoad(calls, 1.2);
  }
}
