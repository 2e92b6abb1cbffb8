package org.doorstep.simulator.fault;

import java.util.function.Supplier;
import org.doorstep.simulator.chance.Chance;

/** What befalls the nodes, drawn from one stream. One thread. */
final class Perils {
  private static final double HOUR_MILLIS = 3_600_000;
  private static final int RESTART_MILLIS_MIN = 1_000;
  private static final int APPEND_POINTS = 3;

  private final VirtualClock clock;
  private final Chance chance;
  private final FaultCounts counts;
  private FaultPlan.Nodes plan;

  Perils(VirtualClock clock, FaultPlan.Nodes plan, Chance chance, FaultCounts counts) {
    this.clock = clock;
    this.plan = plan;
    this.chance = chance;
    this.counts = counts;
  }

  /** From now on they fare as said. */
  void follow(FaultPlan.Nodes now) {
    plan = now;
  }

  FaultCounts counts() {
    return counts;
  }

  /** Whether a node dies at one of the three points around an append. */
  boolean strikeAtAppend(FaultKind point) {
    boolean strikes = chance.happens(plan.crashAtAppendShare() / APPEND_POINTS);
    if (strikes) {
      counts.count(point);
    }
    return strikes;
  }

  /** How far the clock of a node is off, drawn anew for each start. */
  long skewMillis() {
    return chance.whole(-plan.skewMillisMax(), plan.skewMillisMax());
  }

  long restartMillis() {
    return chance.whole(
        RESTART_MILLIS_MIN, Math.max(RESTART_MILLIS_MIN, plan.crashes().millisMax()));
  }

  /** How long one spell lasts. */
  long lengthMillis(FaultPlan.Spells spells) {
    return chance.whole(0, spells.millisMax());
  }

  /** Has something happen at random moments, until {@code spells} says that it never does. */
  void repeat(Supplier<FaultPlan.Spells> spells, Runnable strike) {
    if (spells.get().perHour() <= 0) {
      return;
    }
    long wait = (long) chance.exponential(HOUR_MILLIS / spells.get().perHour());
    clock.in(
        wait,
        () -> {
          if (spells.get().perHour() > 0) {
            strike.run();
          }
          repeat(spells, strike);
        });
  }
}
