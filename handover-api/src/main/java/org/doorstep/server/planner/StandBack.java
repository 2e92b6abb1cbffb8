package org.doorstep.server.planner;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.doorstep.dispatch.event.LoggedEvent;

/**
 * A worker does nothing while somebody at the desk of its machine waits for an answer: between two
 * events of its simulation it looks, and rests until the answer is given. Results do not depend on
 * it. Of one thread.
 *
 * <p>A desk that never stops asking does not end all experiments: after {@link #REST_MAX} the
 * worker works for {@link #WORK_MIN} in any case.
 */
public final class StandBack implements Consumer<LoggedEvent> {
  static final Duration REST = Duration.ofNanos(200_000);
  static final Duration REST_MAX = Duration.ofMillis(500);
  static final Duration WORK_MIN = Duration.ofMillis(50);

  private final ByteBuffer shared;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Consumer<Duration> rest;

  private long worksUntil;

  /**
   * Stands back for the desk that says in a file whether it waits.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  public static StandBack of(Path file) {
    try {
      return new StandBack(
          DeskWaits.read(file),
          InstantSource.system(),
          System::nanoTime,
          rest -> LockSupport.parkNanos(rest.toNanos()));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The file (%s) by which a server says whether its desk waits cannot be read."
              .formatted(file),
          e);
    }
  }

  /**
   * With a time and a rest of one's own.
   *
   * @param nanos goes on steadily, from anywhere
   * @param rest does nothing for so long
   */
  StandBack(ByteBuffer shared, InstantSource clock, LongSupplier nanos, Consumer<Duration> rest) {
    this.shared = shared;
    this.clock = clock;
    this.nanos = nanos;
    this.rest = rest;
    this.worksUntil = nanos.getAsLong();
  }

  @Override
  public void accept(LoggedEvent event) {
    if (isWaited()) {
      restWhileWaited();
    }
  }

  private void restWhileWaited() {
    long begun = nanos.getAsLong();
    if (begun - worksUntil < 0) {
      return;
    }
    while (isWaited() && nanos.getAsLong() - begun < REST_MAX.toNanos()) {
      rest.accept(REST);
    }
    long ended = nanos.getAsLong();
    if (ended - begun >= REST_MAX.toNanos()) {
      worksUntil = ended + WORK_MIN.toNanos();
    }
  }

  private boolean isWaited() {
    return clock.millis() < DeskWaits.until(shared);
  }
}
