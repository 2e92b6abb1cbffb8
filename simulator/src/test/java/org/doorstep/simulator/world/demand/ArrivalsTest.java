package org.doorstep.simulator.world.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.dispatch.model.Category;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.world.Towns;
import org.doorstep.simulator.world.area.LocalHours;
import org.doorstep.simulator.world.road.Roads;
import org.junit.jupiter.api.Test;

/** FEATURE: calls come by the clock, as often as the scenario says, whoever hangs up. */
class ArrivalsTest {
  private static final long SEED = 21;
  private static final int DAYS = 200;
  private static final String MANY = "demand: {incidents-per-thousand: 730}\nspan: {days: 200}";

  private final Roads roads = Towns.straightRoads();

  private List<Call> calls(String... changes) {
    Scenario scenario = Towns.with(changes);
    LocalHours clock = new LocalHours(scenario.span());
    Arrivals arrivals = new Arrivals(scenario, clock, roads.places(), SEED);
    List<Call> calls = new ArrayList<>();
    Call next = arrivals.next();
    while (arrivals.now() < scenario.span().endMillis()) {
      calls.add(next);
      next = arrivals.next();
    }
    return calls;
  }

  @Test
  void calls_ofManyDays_areAsManyAsTheScenarioSays_withinChance() {
    // Winter and spring have other weights than the year, by a few parts in a hundred.
    assertThat(calls(MANY).size()).isBetween(DAYS * 190, DAYS * 215);
  }

  @Test
  void calls_atTen_areAsManyMoreThanAtThree_asTheProfileSays() {
    List<Call> calls = calls(MANY);
    double atTen = calls.stream().filter(call -> call.moment() / 3_600_000 % 24 == 10).count();
    double atThree = calls.stream().filter(call -> call.moment() / 3_600_000 % 24 == 2).count();

    assertThat(atTen / atThree).isCloseTo(6.0 / 2.4, within(0.25));
  }

  @Test
  void callers_whoHangUpForGood_areMadeUpFor_soThatIncidentsStayAsMany() {
    String half =
        "demand: {incidents-per-thousand: 730, callers: {abandon-percent: 50, recall-percent: 0}}";

    assertThat((double) calls(half, "span: {days: 200}").size())
        .isCloseTo(calls(MANY).size(), within(DAYS * 6.0));
  }

  @Test
  void callers_whoHangUpAndCallAgain_comeLater() {
    String again =
        "demand: {incidents-per-thousand: 730, callers: {abandon-percent: 100, recall-percent: 100,"
            + " recall: {p10: 5, p50: 5, p90: 5, p99: 5}}}";
    List<Call> first = calls(MANY);
    List<Call> later = calls(again, "span: {days: 200}");

    for (int i = 0; i < 100; i++) {
      assertThat(later.get(i).moment() - first.get(i).moment()).isBetween(149_000L, 376_000L);
      assertThat(later.get(i).place()).isEqualTo(first.get(i).place());
    }
  }

  @Test
  void transfers_beginAtAHospital() {
    assertThat(calls("demand: {categories: [{category: IFT2, percent: 100}]}"))
        .isNotEmpty()
        .allMatch(call -> call.category() == Category.IFT2)
        .allMatch(call -> call.place() < roads.places().firstCall());
  }
}
