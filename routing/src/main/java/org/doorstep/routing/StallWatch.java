package org.doorstep.routing;

import com.graphhopper.reader.osm.OSMInputFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Wakes a thread that waits for elements of an extract which never come.
 *
 * <p>The reader decodes pbf blocks on threads of its own, and waits without end for one that has
 * died of want of memory. The watched thread counts as standing still when it is inside the reader
 * and has worked less than a hundredth of a period; it is then interrupted, which the reader takes
 * for the end of the file. So whoever is watched must ask {@link #hasStalled} before it believes
 * what it read.
 *
 * <p>One thread watches; the latch ends it, and the flag is its only word to the other.
 */
final class StallWatch implements AutoCloseable {
  /** A disk in trouble can be silent for long; a map server that imports can wait. */
  static final Duration STALL_MAX = Duration.ofSeconds(60);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long WORK_ONE_IN = 100;

  private final Thread watched = Thread.currentThread();
  private final Duration period;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread watcher = new Thread(this::watch, "stall-watch");
  private volatile boolean stalled;

  /** Watches the thread that calls, until closed. */
  StallWatch(Duration period) {
    this.period = period;
    watcher.setDaemon(true);
    watcher.start();
  }

  boolean hasStalled() {
    return stalled;
  }

  @Override
  public void close() {
    closed.countDown();
    if (stalled) {
      // The interrupt was ours, and is not for those who work on.
      var unused = Thread.interrupted();
    }
  }

  private void watch() {
    try {
      Optional<Long> worked = Optional.empty();
      while (!closed.await(period.toNanos(), TimeUnit.NANOSECONDS)) {
        long now = THREADS.getThreadCpuTime(watched.getId());
        boolean reading =
            Arrays.stream(watched.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(OSMInputFile.class.getName()));
        long least = period.toNanos() / WORK_ONE_IN;
        if (reading && worked.filter(before -> now - before < least).isPresent()) {
          stalled = true;
          watched.interrupt();
        }
        worked = reading ? Optional.of(now) : Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
