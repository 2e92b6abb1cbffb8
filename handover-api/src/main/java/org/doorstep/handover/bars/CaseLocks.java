package org.doorstep.handover.bars;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets messages about one request wait for each other, so that an update that arrives with its
 * request finds it.
 *
 * <p>Guards nothing that the database does not: between two nodes the race remains, and costs an
 * incident that a person merges, never a message.
 */
final class CaseLocks {
  private static final int STRIPES = 64;

  private final List<ReentrantLock> locks = new ArrayList<>();

  CaseLocks() {
    for (int i = 0; i < STRIPES; i++) {
      locks.add(new ReentrantLock(true));
    }
  }

  <T> T holding(String name, Supplier<T> work) {
    ReentrantLock lock = locks.get(Math.floorMod(name.hashCode(), STRIPES));
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
