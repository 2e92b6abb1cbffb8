package org.doorstep.handover.bars;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Identities that follow from what they name, so that a repeat makes the same: the first 122 bits
 * of a SHA-256, as a UUID of version 8 (free use).
 */
public final class DerivedId {
  private DerivedId() {}

  /** The identity of these parts, in this order. */
  public static UUID of(String... parts) {
    ByteBuffer hash =
        ByteBuffer.wrap(sha256(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)));
    long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x0000_0000_0000_8000L;
    long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** SHA-256 in hexadecimal. */
  public static String digest(byte[] bytes) {
    return HexFormat.of().formatHex(sha256(bytes));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
