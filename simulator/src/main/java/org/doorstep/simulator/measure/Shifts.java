package org.doorstep.simulator.measure;

/**
 * The hours of units on shift and on jobs within the window, as two counts of units that are summed
 * over time. One thread.
 */
final class Shifts {
  private static final double MILLIS_PER_HOUR = 3_600_000;

  private final long fromMillis;
  private final long untilMillis;
  private long lastMillis = Long.MIN_VALUE;
  private long onShift;
  private long onJobs;
  private long shiftMillis;
  private long jobMillis;

  Shifts(Window window) {
    this.fromMillis = window.from().toEpochMilli();
    this.untilMillis = window.until().toEpochMilli();
  }

  void shift(int more, long atMillis) {
    passUntil(atMillis);
    onShift += more;
  }

  void job(int more, long atMillis) {
    passUntil(atMillis);
    onJobs += more;
  }

  private void passUntil(long atMillis) {
    long from = Math.max(fromMillis, lastMillis);
    long until = Math.min(untilMillis, atMillis);
    if (until > from) {
      shiftMillis += onShift * (until - from);
      jobMillis += onJobs * (until - from);
    }
    lastMillis = Math.max(lastMillis, atMillis);
  }

  /** Up to the window's end, as if nothing changed any more until then. */
  double unitHours() {
    return (shiftMillis + onShift * restMillis()) / MILLIS_PER_HOUR;
  }

  double jobHours() {
    return (jobMillis + onJobs * restMillis()) / MILLIS_PER_HOUR;
  }

  private long restMillis() {
    return Math.max(0, untilMillis - Math.max(fromMillis, lastMillis));
  }
}
