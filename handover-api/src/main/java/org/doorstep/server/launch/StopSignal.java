package org.doorstep.server.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The signal to stop, caught so that what runs can be closed in order. To be opened first and
 * closed last: the JVM ends once it is closed.
 *
 * <p>The hook waits for the closing and not for the main thread to end: on its way out that thread
 * calls {@link System#exit}, which waits for the hooks.
 */
final class StopSignal implements AutoCloseable {
  private static final Duration CLOSE_MAX = Duration.ofSeconds(25);

  private final CountDownLatch given = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Duration closeMax;

  private StopSignal(Duration closeMax) {
    this.closeMax = closeMax;
  }

  /** Catches the signal from now on; closing may take half a minute. */
  static StopSignal caught() {
    return caught(CLOSE_MAX);
  }

  /** As above, where closing may take longer: what is in hand is worth waiting for. */
  static StopSignal caught(Duration closeMax) {
    StopSignal signal = new StopSignal(closeMax);
    Runtime.getRuntime().addShutdownHook(new Thread(signal::stop, "stop"));
    return signal;
  }

  /** Waits for the signal. */
  void await() throws InterruptedException {
    given.await();
  }

  /**
   * Waits for the signal, or until that much time has passed.
   *
   * @param longest empty: for the signal only
   */
  void await(Optional<Duration> longest) throws InterruptedException {
    if (longest.isEmpty()) {
      await();
    } else {
      var unused = given.await(longest.get().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Whether the signal has been given. */
  boolean isGiven() {
    return given.getCount() == 0;
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private void stop() {
    given.countDown();
    try {
      if (!closed.await(closeMax.toSeconds(), TimeUnit.SECONDS)) {
        System.err.println("Not everything was closed in time.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
