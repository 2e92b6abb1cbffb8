package org.doorstep.routing;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Things that one thread may use at a time, lent and taken back. Safe for any number of threads;
 * holds as many as were ever in use together.
 */
final class Spare<T> {
  private final Supplier<T> maker;
  private final ConcurrentLinkedQueue<T> free = new ConcurrentLinkedQueue<>();

  Spare(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Lends one to a user, and takes it back afterwards. */
  <R> R use(Function<T, R> user) {
    T lent = free.poll();
    if (lent == null) {
      lent = maker.get();
    }
    // What was used when something broke may be broken itself, and is not taken back.
    R result = user.apply(lent);
    free.add(lent);
    return result;
  }

  /** As above, without a result. */
  void lend(Consumer<T> user) {
    use(
        lent -> {
          user.accept(lent);
          return true;
        });
  }
}
