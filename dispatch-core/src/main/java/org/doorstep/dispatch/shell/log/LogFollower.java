package org.doorstep.dispatch.shell.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.doorstep.dispatch.engine.AreaState;
import org.doorstep.dispatch.event.LoggedEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log of an area on a thread of its own and keeps the state that follows from it.
 *
 * <p>A nudge makes it look at once; without one it looks often enough, so that a lost nudge costs
 * half a second and never an event.
 */
public final class LogFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration STOP_MAX = Duration.ofSeconds(10);
  private static final int PAGE_EVENTS = 500;

  private final AreaLog log;
  private final Listener listener;
  private final Semaphore nudges = new Semaphore(0);
  private final Thread thread;

  // Written by close(), read by the thread.
  private volatile boolean stopping;

  // Written by the thread, read by whoever shows how fresh things are.
  private volatile boolean following;

  // Confined to the thread.
  private @Nullable AreaState state;

  /** Is told on the follower's thread, in the order of the log. */
  public interface Listener {
    /** The state as first read, or read again after the log could not be followed. */
    void recovered(AreaState state);

    /**
     * These events have come; the state is that after the last of them. {@code each} was called for
     * every single one before.
     */
    void advanced(AreaState state, List<LoggedEvent> events);

    /** One event of those that {@link #advanced} will name, right after it has been applied. */
    void each(AreaState state, LoggedEvent event);
  }

  /** A follower that has not started. */
  public LogFollower(AreaLog log, Listener listener) {
    this.log = log;
    this.listener = listener;
    this.thread = new Thread(this::run, "follow-" + log.area().value());
    thread.setDaemon(true);
  }

  /** Starts the thread. */
  public void start() {
    thread.start();
  }

  /** There may be more to read; never blocks. */
  public void nudge() {
    if (nudges.availablePermits() == 0) {
      nudges.release();
    }
  }

  /** Whether the log could be read at the last look; any thread may ask. */
  public boolean isFollowing() {
    return following;
  }

  /** Ends the thread. */
  @Override
  public void close() {
    stopping = true;
    nudge();
    try {
      thread.join(STOP_MAX.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopping) {
      try {
        boolean more = follow();
        following = true;
        if (!more && nudges.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
          nudges.drainPermits();
        }
      } catch (InterruptedException e) {
        stopping = true;
      } catch (LogFault | RuntimeException e) {
        LOG.warn("The log of ({}) cannot be followed just now.", log.area().value(), e);
        state = null;
        following = false;
        pause();
      }
    }
  }

  private boolean follow() throws LogFault {
    AreaState now = state;
    if (now == null) {
      now = log.recover().state();
      state = now;
      listener.recovered(now);
    }
    List<StoredEvent> page = log.read(now.sequence(), PAGE_EVENTS);
    if (page.isEmpty()) {
      return false;
    }
    List<LoggedEvent> events = new ArrayList<>(page.size());
    for (StoredEvent stored : page) {
      now.evolve(stored.logged());
      events.add(stored.logged());
      listener.each(now, stored.logged());
    }
    listener.advanced(now, events);
    return page.size() == PAGE_EVENTS;
  }

  private void pause() {
    try {
      Thread.sleep(LOOK.toMillis());
    } catch (InterruptedException e) {
      stopping = true;
    }
  }
}
