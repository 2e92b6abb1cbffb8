package org.doorstep.simulator.demo;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which a demo decides. What fails on it is logged and ends nothing else; what
 * comes after the end is left out.
 */
final class DriverThread {
  private static final Logger LOG = LoggerFactory.getLogger(DriverThread.class);
  private static final long STOP_MILLIS_MAX = 1_000;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "demo-driver");
            made.setDaemon(true);
            return made;
          });

  void run(Runnable work) {
    after(Duration.ZERO, work);
  }

  void after(Duration delay, Runnable work) {
    try {
      var unused = thread.schedule(() -> guarded(work), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("Something came after the end.", e);
    }
  }

  void every(Duration period, Runnable work) {
    var unused =
        thread.scheduleWithFixedDelay(
            () -> guarded(work), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Ends; what has been planned is left out.
   *
   * @param last is done before the end
   */
  void close(Runnable last) {
    run(
        () -> {
          last.run();
          thread.shutdownNow();
        });
    try {
      if (!thread.awaitTermination(STOP_MILLIS_MAX, TimeUnit.MILLISECONDS)) {
        LOG.warn("The demo's thread has not ended in time.");
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("A step of the demo failed.", e);
    }
  }
}
