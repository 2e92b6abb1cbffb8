package org.doorstep.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doorstep.dispatch.decision.Deadlines;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.world.road.Roads;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: reading only what has changed, the sweeper misses nothing that the live one would see.
 */
class SweepTest {
  private static final long MINUTE_MILLIS = 60_000;

  @Test
  void obligation_pastItsTime_isSaidAtTheNextLook() {
    // Few crews and slow services, so that much is late.
    Scenario scenario =
        Town.with(
            "span: {days: 3}",
            "demand: {incidents-per-thousand: 292}",
            "work: {community: {answer: {p10: 10, p50: 25, p90: 60, p99: 90}}}");
    World world =
        new World(scenario, Roads.straight(scenario, Town.KILOMETERS_PER_HOUR), 17, List.of());
    int late = 0;
    for (long at = MINUTE_MILLIS; at <= scenario.span().endMillis(); at += MINUTE_MILLIS) {
      world.runUntil(at);
      assertThat(Deadlines.listPassed(world.area().board(), world.area().instant()))
          .as("minute (%d)", at / MINUTE_MILLIS)
          .isEmpty();
      late += world.area().board().listOverdue().size();
    }
    assertThat(late).as("obligations that were late, minute by minute").isGreaterThan(1_000);
  }

  @Test
  void state_ofManyDays_doesNotGrow() {
    Scenario scenario = Town.with("span: {days: 60}");
    World world =
        new World(scenario, Roads.straight(scenario, Town.KILOMETERS_PER_HOUR), 18, List.of());
    world.run();

    assertThat(world.area().board().listIncidents().size()).isLessThan(60);
    assertThat(world.area().board().listPatients().size()).isLessThan(120);
    assertThat(world.openCases()).isLessThan(180);
  }
}
