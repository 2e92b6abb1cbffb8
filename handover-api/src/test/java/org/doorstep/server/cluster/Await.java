package org.doorstep.server.cluster;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for what must come to be; the bound only ends a test that has failed. */
final class Await {
  static final Duration LONG = Duration.ofSeconds(90);
  private static final long LOOK_MILLIS = 100;

  private Await() {}

  /** Looks until it is so; what cannot be looked at is not so yet. */
  static void until(String what, Callable<Boolean> so) throws InterruptedException {
    long end = System.nanoTime() + LONG.toNanos();
    Throwable last = new AssertionError("It was never so.");
    while (System.nanoTime() < end) {
      try {
        if (so.call()) {
          return;
        }
      } catch (Exception | AssertionError e) {
        last = e;
      }
      pause();
    }
    throw new AssertionError("Waited in vain until %s: %s".formatted(what, last), last);
  }

  /** The time between two looks. */
  static void pause() throws InterruptedException {
    var unused = new CountDownLatch(1).await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }
}
