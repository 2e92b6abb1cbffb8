package org.doorstep.simulator.trace;

import java.util.Arrays;

/**
 * Drive times between the nodes of a trace, in minutes as doubles, and the same in whole
 * milliseconds for the engine.
 *
 * <p>The engine compares milliseconds. Two drives that differ by less would become equal by
 * rounding, and another unit would be sent. So milliseconds are given by rank: equal minutes get
 * equal milliseconds, and more minutes get more, each drive a millisecond above the last where
 * rounding alone would not tell them apart. The error is as many milliseconds as there are
 * different drives in one.
 */
public final class DriveMinutes {
  private static final double MILLIS_PER_MINUTE = 60_000;

  /** Longer than any drive: ranks still fit above it. */
  public static final double MINUTES_MAX = 10_000;

  private final int nodes;
  private final double[] minutes;
  private final int[] millis;

  /**
   * Times of a trace.
   *
   * @param nodes how many there are
   * @param minutes row-major from source to target, each in {@code [0, 10,000]}
   */
  public DriveMinutes(int nodes, double[] minutes) {
    if (minutes.length != nodes * nodes) {
      throw new IllegalArgumentException(
          "A table of (%d) nodes must have (%d) drives, not (%d)."
              .formatted(nodes, nodes * nodes, minutes.length));
    }
    this.nodes = nodes;
    this.minutes = minutes.clone();
    this.millis = ranked(minutes);
  }

  public int nodes() {
    return nodes;
  }

  /** Minutes from a node to another. */
  public double minutes(int from, int to) {
    return minutes[from * nodes + to];
  }

  /** The same in milliseconds, in the very order of the minutes. */
  public int millis(int from, int to) {
    return millis[from * nodes + to];
  }

  private static int[] ranked(double[] minutes) {
    double[] sorted = minutes.clone();
    Arrays.sort(sorted);
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    if (distinct.length > 0
        && !(distinct[0] >= 0 && distinct[distinct.length - 1] <= MINUTES_MAX)) {
      throw new IllegalArgumentException(
          "The drives (%s to %s minutes) must be from 0 to %s minutes."
              .formatted(distinct[0], distinct[distinct.length - 1], MINUTES_MAX));
    }
    int[] ranks = new int[distinct.length];
    int last = -1;
    for (int i = 0; i < distinct.length; i++) {
      last = StrictMath.max(last + 1, (int) StrictMath.round(distinct[i] * MILLIS_PER_MINUTE));
      ranks[i] = last;
    }
    int[] millis = new int[minutes.length];
    for (int i = 0; i < minutes.length; i++) {
      millis[i] = ranks[Arrays.binarySearch(distinct, minutes[i])];
    }
    return millis;
  }
}
