package org.doorstep.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Virtual callers: say which calls are due, and wait while the board is full. One thread. */
final class Callers {
  /** So many open incidents are as much as a demo shows. */
  static final int OPEN_MAX = 25;

  private final Demand demand;
  private final Instant startedAt;
  private Duration waited = Duration.ZERO;
  private Instant lookedAt;
  private DemoCall next;

  Callers(Demand demand, Instant startedAt) {
    this.demand = demand;
    this.startedAt = startedAt;
    this.lookedAt = startedAt;
    this.next = demand.next();
  }

  /**
   * The calls that are due.
   *
   * @param open how many incidents are open now
   */
  List<DemoCall> due(int open, Instant now) {
    Duration sinceLast = Duration.between(lookedAt, now);
    lookedAt = now;
    if (open >= OPEN_MAX) {
      // Time stands still for callers, so that no crowd calls once there is room.
      waited = waited.plus(sinceLast);
      return List.of();
    }
    Duration elapsed = Duration.between(startedAt, now).minus(waited);
    List<DemoCall> due = new ArrayList<>();
    while (next.after().compareTo(elapsed) <= 0 && open + due.size() < OPEN_MAX) {
      due.add(next);
      next = demand.next();
    }
    return due;
  }
}
