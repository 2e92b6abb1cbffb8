package org.doorstep.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** When somebody gets round to each of the things that wait for them. One thread. */
final class Diary {
  private static final int ENTRIES_MAX = 5_000;

  private final Map<String, Instant> due = new TreeMap<>();

  /**
   * Whether it is time; the first question sets the time.
   *
   * @param what names the thing
   * @param after how long it takes from now
   */
  boolean isDue(String what, Instant now, Supplier<Duration> after) {
    if (due.size() > ENTRIES_MAX) {
      due.values().removeIf(at -> at.isBefore(now));
    }
    return !now.isBefore(due.computeIfAbsent(what, each -> now.plus(after.get())));
  }

  /** It has been tried; if it still waits, it is its turn again after a while. */
  void again(String what, Instant at) {
    due.put(what, at);
  }
}
