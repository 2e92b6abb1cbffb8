package org.doorstep.simulator.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Things that must be settled by a time, one time for each key. One thread.
 *
 * <p>An alarm that is set anew or settled leaves its old entry in the queue, which is passed over
 * when its turn comes: setting costs a logarithm, a look with nothing due costs one comparison.
 */
final class Alarms<K> {
  private static final Comparator<Alarm<?>> SOONEST_FIRST =
      Comparator.<Alarm<?>, Instant>comparing(Alarm::due).thenComparingLong(Alarm::number);

  // Looked up, never iterated: the order of its keys differs between machines.
  private final Map<K, Alarm<K>> standing = new HashMap<>();
  private final PriorityQueue<Alarm<K>> queue = new PriorityQueue<>(SOONEST_FIRST);
  private long numbers;

  /** What is due when; the number tells two alarms of one key apart. */
  record Alarm<K>(K key, Instant due, long number) {}

  void set(K key, Instant due) {
    Alarm<K> alarm = new Alarm<>(key, due, numbers++);
    standing.put(key, alarm);
    queue.add(alarm);
  }

  void setIfNone(K key, Instant due) {
    if (!standing.containsKey(key)) {
      set(key, due);
    }
  }

  void settle(K key) {
    standing.remove(key);
  }

  /** Takes out those due up to and including a moment, soonest first. */
  List<Alarm<K>> takeDue(Instant until) {
    Alarm<K> first = queue.peek();
    if (first == null || first.due().isAfter(until)) {
      return List.of();
    }
    List<Alarm<K>> due = new ArrayList<>();
    while (first != null && !first.due().isAfter(until)) {
      queue.remove();
      if (isStanding(first)) {
        standing.remove(first.key());
        due.add(first);
      }
      first = queue.peek();
    }
    return due;
  }

  private boolean isStanding(@Nullable Alarm<K> alarm) {
    return alarm != null && alarm.equals(standing.get(alarm.key()));
  }
}
