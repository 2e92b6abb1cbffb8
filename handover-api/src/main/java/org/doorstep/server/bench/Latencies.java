package org.doorstep.server.bench;

import java.util.Arrays;

/** Durations in nanoseconds as they come in, from the keeper's thread. */
final class Latencies {
  private static final int ROOM_FIRST = 1 << 16;

  // Guarded by this.
  private long[] nanos = new long[ROOM_FIRST];
  private int count;

  synchronized void add(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = duration;
  }

  /** All durations, and behind them the time that all took together. */
  synchronized long[] with(long elapsed) {
    long[] all = Arrays.copyOf(nanos, count + 1);
    all[count] = elapsed;
    return all;
  }
}
