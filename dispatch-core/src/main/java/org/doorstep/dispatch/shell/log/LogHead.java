package org.doorstep.dispatch.shell.log;

import java.util.HexFormat;

/**
 * Where a log ends.
 *
 * @param sequence the last event; 0 in an empty log
 * @param hash SHA-256 of its bytes in hexadecimal; {@link Hash#NONE} in an empty log
 */
public record LogHead(long sequence, String hash) {
  /** The head of a log without events. */
  public static final LogHead EMPTY = new LogHead(0, Hash.NONE);

  static LogHead of(long sequence, byte[] hash) {
    return new LogHead(sequence, HexFormat.of().formatHex(hash));
  }
}
