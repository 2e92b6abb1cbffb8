package org.doorstep.simulator.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.doorstep.simulator.statistics.Quantiles;

/**
 * Durations of one kind, each kept to the millisecond: four bytes for each, so a year of a county
 * is a third of a megabyte and the 90th is exact. One thread.
 */
final class Times {
  private static final int ROOM_FIRST = 256;
  private static final double MILLIS_PER_SECOND = 1_000;

  private int[] millis;
  private int count;
  private long totalMillis;

  Times() {
    this(ROOM_FIRST);
  }

  /**
   * With less room to begin with.
   *
   * @param room for so many at first, 1 or more
   */
  Times(int room) {
    millis = new int[room];
  }

  /** Takes one; below zero counts as zero, above three weeks as three weeks. */
  void add(long durationMillis) {
    int bounded = (int) Math.max(0, Math.min(Integer.MAX_VALUE, durationMillis));
    if (count == millis.length) {
      millis = Arrays.copyOf(millis, 2 * count);
    }
    millis[count++] = bounded;
    totalMillis += bounded;
  }

  int count() {
    return count;
  }

  double totalSeconds() {
    return totalMillis / MILLIS_PER_SECOND;
  }

  /** NaN where there are none. */
  double meanSeconds() {
    return count == 0 ? Double.NaN : totalSeconds() / count;
  }

  /** The 90th by nearest rank; NaN where there are none. */
  double p90Seconds() {
    if (count == 0) {
      return Double.NaN;
    }
    int[] sorted = Arrays.copyOf(millis, count);
    Arrays.sort(sorted);
    return sorted[Quantiles.rank(count, 0.9) - 1] / MILLIS_PER_SECOND;
  }

  int countOver(int seconds) {
    int over = 0;
    for (int each = 0; each < count; each++) {
      over += millis[each] > seconds * MILLIS_PER_SECOND ? 1 : 0;
    }
    return over;
  }

  double secondsOver(int seconds) {
    long over = 0;
    for (int each = 0; each < count; each++) {
      over += Math.max(0, millis[each] - seconds * (long) MILLIS_PER_SECOND);
    }
    return over / MILLIS_PER_SECOND;
  }

  /** Which share of them lasted at most one, two, three ... steps; empty where there are none. */
  List<Double> cumulativeShares(int stepSeconds, int steps) {
    if (count == 0) {
      return List.of();
    }
    int[] within = new int[steps];
    for (int each = 0; each < count; each++) {
      // Exactly one step belongs to the first.
      long step = Math.max(0, (millis[each] - 1L) / (stepSeconds * (long) MILLIS_PER_SECOND));
      if (step < steps) {
        within[(int) step]++;
      }
    }
    List<Double> shares = new ArrayList<>();
    int sum = 0;
    for (int each : within) {
      sum += each;
      shares.add((double) sum / count);
    }
    return shares;
  }
}
