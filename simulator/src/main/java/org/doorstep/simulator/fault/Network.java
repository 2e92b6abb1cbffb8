package org.doorstep.simulator.fault;

import org.doorstep.simulator.chance.Chance;

/** Carries messages, and loses, delays and repeats some of them. One thread. */
final class Network {
  private final VirtualClock clock;
  private final Chance chance;
  private final FaultCounts counts;
  private FaultPlan.Network plan;

  Network(VirtualClock clock, FaultPlan.Network plan, Chance chance, FaultCounts counts) {
    this.clock = clock;
    this.plan = plan;
    this.chance = chance;
    this.counts = counts;
  }

  /** From now on it fails as said. */
  void follow(FaultPlan.Network now) {
    plan = now;
  }

  /** Carries a message, which may be lost. */
  void carry(Runnable arrival) {
    if (chance.happens(plan.lostShare())) {
      counts.count(FaultKind.LOST);
    } else {
      deliver(arrival);
    }
  }

  /** Carries a message that is repeated by whoever sends it until it has arrived. */
  void deliver(Runnable arrival) {
    clock.in(delayMillis(), arrival);
    if (chance.happens(plan.duplicateShare())) {
      counts.count(FaultKind.DUPLICATE);
      clock.in(delayMillis(), arrival);
    }
  }

  private long delayMillis() {
    long delay = (long) chance.exponential(plan.delayMillisMean());
    if (!chance.happens(plan.lateShare())) {
      return delay;
    }
    counts.count(FaultKind.LATE);
    return delay + chance.whole(0, plan.lateMillisMax());
  }
}
