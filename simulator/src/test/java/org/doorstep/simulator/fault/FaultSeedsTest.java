package org.doorstep.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.doorstep.simulator.fault.FaultyDay.Pace;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: under crashes, stalls, losses and duplicates no unit is sent twice, no incident is
 * forgotten and no acknowledged command is lost.
 */
class FaultSeedsTest {
  private static final int SEEDS = Integer.getInteger("fault.seeds", 200);
  private static final int TWICE_EVERY = 10;

  /** How often each fault must have happened in a day, on average: else little was proven. */
  private static final Map<FaultKind, Integer> LEAST_PER_DAY =
      Map.ofEntries(
          Map.entry(FaultKind.CRASH, 20),
          Map.entry(FaultKind.CRASH_BEFORE_APPEND, 3),
          Map.entry(FaultKind.CRASH_AFTER_APPEND, 3),
          Map.entry(FaultKind.CRASH_BEFORE_RELEASE, 3),
          Map.entry(FaultKind.PAUSE, 15),
          Map.entry(FaultKind.CUT, 8),
          Map.entry(FaultKind.STALL, 8),
          Map.entry(FaultKind.TAKEOVER, 30),
          Map.entry(FaultKind.RECOVERY, 60),
          Map.entry(FaultKind.FENCED, 20),
          Map.entry(FaultKind.FAILED_APPEND, 10),
          Map.entry(FaultKind.UNANSWERED_APPEND, 10),
          Map.entry(FaultKind.LATE_APPEND, 5),
          Map.entry(FaultKind.LOST, 200),
          Map.entry(FaultKind.DUPLICATE, 300),
          Map.entry(FaultKind.LATE, 100),
          Map.entry(FaultKind.RESEND, 300),
          Map.entry(FaultKind.ANSWERED_FROM_LOG, 300));

  @Test
  void busyDay_underFaults_keepsEveryPromise() {
    FaultCounts counts = runAll(SEEDS, Pace.BUSY, FaultPlan.STORM);

    for (FaultKind kind : FaultKind.values()) {
      assertThat(counts.of(kind))
          .as("%s in %d days", kind, SEEDS)
          .isGreaterThanOrEqualTo((long) LEAST_PER_DAY.getOrDefault(kind, 1) * SEEDS);
    }
  }

  @Test
  void quietNight_withNodesThatLoseSightOfEachOther_keepsEveryPromise() {
    FaultCounts counts = runAll(Math.max(1, SEEDS / 2), Pace.QUIET, FaultyDay.FLAPPING);

    assertThat(counts.of(FaultKind.CUT)).isGreaterThan(SEEDS);
  }

  @Test
  void busyDay_nothingFails_needsNoneOfIt() {
    FaultyDay day = FaultyDay.run(1, Pace.BUSY, FaultPlan.NONE, new ShellSteps());

    requireKept(day);
    for (FaultKind kind : FaultKind.values()) {
      boolean begins = kind == FaultKind.TAKEOVER || kind == FaultKind.RECOVERY;
      assertThat(day.counts().of(kind)).as(kind.name()).isEqualTo(begins ? 1 : 0);
    }
  }

  private static FaultCounts runAll(int seeds, Pace pace, FaultPlan plan) {
    FaultCounts counts = new FaultCounts();
    long events = 0;
    for (long seed = 1; seed <= seeds; seed++) {
      FaultyDay day = FaultyDay.run(seed, pace, plan, new ShellSteps());
      requireKept(day);
      if (seed % TWICE_EVERY == 0) {
        assertThat(FaultyDay.run(seed, pace, plan, new ShellSteps()).hash())
            .as("seed %d run again", seed)
            .isEqualTo(day.hash());
      }
      counts.add(day.counts());
      events += day.log().size();
    }
    System.out.printf("%s: %d seeds, %d events, 0 violations, %s%n", pace, seeds, events, counts);
    return counts;
  }

  private static void requireKept(FaultyDay day) {
    assertThat(day.violations()).as("seed %d", day.seed()).isEmpty();
    assertThat(day.rest()).as("seed %d comes to rest", day.seed()).isTrue();
    assertThat(day.decided())
        .as("seed %d, the owner's engine against the log", day.seed())
        .contains(day.rebuilt());
  }
}
