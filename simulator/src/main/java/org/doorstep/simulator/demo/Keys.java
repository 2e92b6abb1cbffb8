package org.doorstep.simulator.demo;

import java.time.Instant;
import java.util.UUID;
import org.doorstep.simulator.chance.Chance;

/** Makes keys for commands: UUIDs of version 7, in the order of time. One thread. */
final class Keys {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final int RANDOM_BITS_HIGH = 12;
  private static final int TIME_SHIFT = 16;

  private final Chance chance;

  Keys(Chance chance) {
    this.chance = chance;
  }

  UUID next(Instant now) {
    long high = chance.bits() >>> (Long.SIZE - RANDOM_BITS_HIGH);
    long low = chance.bits() >>> 2;
    return new UUID(now.toEpochMilli() << TIME_SHIFT | VERSION_7 | high, VARIANT | low);
  }
}
