package org.doorstep.dispatch.shell;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Makes UUIDs of version 7: a millisecond clock in front, chance behind; they sort by age [1]. */
public final class Uuid7 {
  // [1] RFC 9562, section 5.7.
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long VARIANT_MASK = 0x3fff_ffff_ffff_ffffL;
  private static final int RANDOM_BITS_HIGH = 0xfff;

  private Uuid7() {}

  /** A fresh one of that instant. */
  public static UUID at(Instant instant) {
    long high = (instant.toEpochMilli() << 16) | VERSION | (RANDOM.nextInt() & RANDOM_BITS_HIGH);
    return new UUID(high, (RANDOM.nextLong() & VARIANT_MASK) | VARIANT);
  }
}
