package org.doorstep.server.http;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bounds how often one system reads, so that no other waits for it. Messages are never bounded by
 * it: they may be calls for help. Thread-safe.
 */
final class ReadThrottle {
  static final String RETRY_AFTER_SECONDS = "60";

  /** An engineering default: ten a second from one system are no person's reading. */
  static final int READS_PER_MINUTE_MAX = 600;

  private static final long MINUTE_MILLIS = 60_000;

  private final InstantSource clock;

  // By the names of known systems only, so it does not grow.
  private final Map<String, Minute> minutes = new ConcurrentHashMap<>();

  /** How many reads there were in one minute. */
  private record Minute(long number, int reads) {}

  ReadThrottle(InstantSource clock) {
    this.clock = clock;
  }

  /** Counts a read; false where it is one too many. */
  boolean take(String system) {
    long now = clock.millis() / MINUTE_MILLIS;
    Minute counted =
        minutes.merge(
            system,
            new Minute(now, 1),
            (before, one) -> before.number() == now ? new Minute(now, before.reads() + 1) : one);
    return counted.reads() <= READS_PER_MINUTE_MAX;
  }
}
