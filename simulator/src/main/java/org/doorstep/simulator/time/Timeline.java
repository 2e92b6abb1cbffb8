package org.doorstep.simulator.time;

import java.util.Arrays;

/**
 * What is still to happen, in the order of its moments; at the same moment, in the order in which
 * it was planned. One thread.
 *
 * <p>A moment is any number that grows with time. A world that counts milliseconds since its start
 * uses those; one that counts in doubles uses {@link #momentOf(double)}, which keeps their order to
 * the last bit.
 */
public final class Timeline {
  private static final int ROOM_FIRST = 64;

  private final Heap heap = new Heap();
  private long now;
  private long planned;

  /** The moment of the event that is running, or of the last that ran; 0 before the first. */
  public long now() {
    return now;
  }

  /** How many events are still to come. */
  public int size() {
    return heap.size;
  }

  /**
   * Plans an event.
   *
   * @param moment not before {@link #now}
   * @throws IllegalArgumentException if it is
   */
  public void at(long moment, Runnable event) {
    if (moment < now) {
      throw new IllegalArgumentException(
          "The moment (%d) of an event must not be before now (%d).".formatted(moment, now));
    }
    heap.add(moment, planned++, event);
  }

  /** Runs the next event; false if there is none. */
  public boolean runNext() {
    if (heap.size == 0) {
      return false;
    }
    now = heap.moments[0];
    heap.removeFirst().run();
    return true;
  }

  /** Runs all events up to and including a moment, and goes there. */
  public void runUntil(long moment) {
    while (heap.size > 0 && heap.moments[0] <= moment) {
      runNext();
    }
    now = Math.max(now, moment);
  }

  /**
   * The moment of a time that is kept as a double, zero or more.
   *
   * @throws IllegalArgumentException if it is negative or no number
   */
  public static long momentOf(double time) {
    if (!(time >= 0)) {
      throw new IllegalArgumentException("The time (%s) must be zero or more.".formatted(time));
    }
    // The bits of doubles that are not negative are in the order of the numbers; -0.0 becomes 0.
    return Double.doubleToLongBits(time + 0.0);
  }

  /** The time that was made a moment by {@link #momentOf}. */
  public static double timeOf(long moment) {
    return Double.longBitsToDouble(moment);
  }

  /** A binary heap in arrays: no object for each event but the event itself. */
  private static final class Heap {
    private long[] moments = new long[ROOM_FIRST];
    private long[] orders = new long[ROOM_FIRST];
    private Runnable[] events = new Runnable[ROOM_FIRST];
    private int size;

    void add(long moment, long order, Runnable event) {
      if (size == moments.length) {
        moments = Arrays.copyOf(moments, 2 * size);
        orders = Arrays.copyOf(orders, 2 * size);
        events = Arrays.copyOf(events, 2 * size);
      }
      int at = size++;
      while (at > 0) {
        int above = (at - 1) >>> 1;
        if (!isBefore(moment, order, above)) {
          break;
        }
        move(above, at);
        at = above;
      }
      set(at, moment, order, event);
    }

    Runnable removeFirst() {
      Runnable first = events[0];
      size--;
      long moment = moments[size];
      long order = orders[size];
      Runnable event = events[size];
      // What has happened must not be kept alive by the room it stood in.
      events[size] = Timeline::nothing;
      int at = 0;
      int below = 1;
      while (below < size) {
        if (below + 1 < size && isBefore(moments[below + 1], orders[below + 1], below)) {
          below++;
        }
        if (isBefore(moment, order, below)) {
          break;
        }
        move(below, at);
        at = below;
        below = 2 * at + 1;
      }
      set(at, moment, order, event);
      return first;
    }

    private boolean isBefore(long moment, long order, int other) {
      return moment < moments[other] || (moment == moments[other] && order < orders[other]);
    }

    private void move(int from, int to) {
      set(to, moments[from], orders[from], events[from]);
    }

    private void set(int at, long moment, long order, Runnable event) {
      moments[at] = moment;
      orders[at] = order;
      events[at] = event;
    }
  }

  private static void nothing() {}
}
