package org.doorstep.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.simulator.check.InvariantChecker;
import org.doorstep.simulator.check.Limits;
import org.doorstep.simulator.fault.FaultCounts;
import org.doorstep.simulator.fault.FaultKind;
import org.doorstep.simulator.fault.FaultPlan;
import org.doorstep.simulator.fault.FaultyArea;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.world.road.Roads;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: the whole world lives around an area that crashes, stalls, loses and repeats, and the
 * judge finds nothing after any event.
 */
class WorldUnderFaultsTest {
  private static final int SEEDS = 12;

  /** This desk asks for drive times only when somebody could be sent: the question may stand. */
  private static final Limits LIMITS =
      new Limits(Duration.ofMinutes(3), Duration.ofDays(9), Duration.ofMinutes(10));

  @Test
  void town_underAStorm_keepsEveryPromise() {
    Scenario scenario = Town.with("span: {days: 1, sweep-seconds: 600}");
    FaultCounts counts = new FaultCounts();
    long events = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      InvariantChecker checker = new InvariantChecker(LIMITS);
      List<FaultyArea> made = new ArrayList<>();
      long area = seed;
      new World(
              scenario,
              Roads.straight(scenario, Town.KILOMETERS_PER_HOUR),
              seed,
              List.of(),
              Optional.empty(),
              started -> {
                FaultyArea faulty =
                    new FaultyArea(
                        World.AREA,
                        started.timeline(),
                        scenario.span().startsAt(),
                        FaultPlan.STORM,
                        area,
                        started.outside(),
                        checker);
                made.add(faulty);
                return faulty;
              })
          .run();

      assertThat(checker.violations()).as("seed %d", seed).isEmpty();
      events += made.get(0).events().size();
      counts.add(made.get(0).counts());
    }
    System.out.printf("World: %d seeds, %d events, 0 violations, %s%n", SEEDS, events, counts);
    assertThat(events).isGreaterThan(5_000);
    for (FaultKind kind : List.of(FaultKind.CRASH, FaultKind.FENCED, FaultKind.ANSWERED_FROM_LOG)) {
      assertThat(counts.of(kind)).as("%s", kind).isGreaterThan(SEEDS);
    }
  }
}
