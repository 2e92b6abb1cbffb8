package org.doorstep.simulator.fault;

import java.util.EnumMap;
import java.util.Map;

/** How often each kind of fault really happened. One thread. */
public final class FaultCounts {
  private final Map<FaultKind, Long> counts = new EnumMap<>(FaultKind.class);

  void count(FaultKind kind) {
    counts.merge(kind, 1L, Long::sum);
  }

  /** How often that has happened, 0 or more. */
  public long of(FaultKind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /** Adds what was counted in another run. */
  public void add(FaultCounts other) {
    other.counts.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
