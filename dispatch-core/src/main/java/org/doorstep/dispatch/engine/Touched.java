package org.doorstep.dispatch.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What one event has changed: most often nothing or one, so a list is kept and put in order only
 * when there are more. Confined to one thread.
 */
final class Touched<T extends Comparable<T>> {
  private final List<T> items = new ArrayList<>();

  void add(T item) {
    if (!items.contains(item)) {
      items.add(item);
    }
  }

  void clear() {
    items.clear();
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  boolean contains(T item) {
    return items.contains(item);
  }

  /** In their order; good until the next event. */
  List<T> list() {
    if (items.size() > 1) {
      Collections.sort(items);
    }
    return items;
  }

  /** A copy, as a set to read. */
  NavigableSet<T> sorted() {
    return Collections.unmodifiableNavigableSet(new TreeSet<>(items));
  }
}
