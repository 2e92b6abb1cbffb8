package org.doorstep.dispatch.shell.database;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second, on a thread of its own, whether another node has changed what is kept here.
 * A database that is away is said once, and again after it has been back.
 */
public final class Lookout implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
  private static final long LOOK_MILLIS = 1_000;
  private static final long STOP_SECONDS_MAX = 5;

  private final Runnable look;
  private final String complaint;
  private final ScheduledExecutorService timer;

  // Confined to the timer's thread.
  private boolean complained;

  /**
   * A lookout that has not begun.
   *
   * @param name of the thread
   * @param look may throw; the next look comes all the same
   * @param complaint what is said while it throws
   */
  public Lookout(String name, Runnable look, String complaint) {
    this.look = look;
    this.complaint = complaint;
    this.timer = Executors.newSingleThreadScheduledExecutor(task -> thread(name, task));
  }

  private static Thread thread(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Begins; the first look is a second away. */
  public void start() {
    var unused =
        timer.scheduleWithFixedDelay(this::again, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void again() {
    try {
      look.run();
      complained = false;
    } catch (RuntimeException e) {
      if (!complained) {
        LOG.warn("{}", complaint, e);
      }
      complained = true;
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      timer.awaitTermination(STOP_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
