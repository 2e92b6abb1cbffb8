package org.doorstep.routing.mvt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes in the wire format of protocol buffers, as far as vector tiles need it. */
final class ProtoBytes {
  private static final int VARINT = 0;
  private static final int LENGTH_DELIMITED = 2;

  private byte[] bytes = new byte[256];
  private int length;

  void uint(int field, int value) {
    varint((field << 3) | VARINT);
    varint(value);
  }

  void text(int field, String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    bytes(field, utf8, utf8.length);
  }

  void message(int field, ProtoBytes message) {
    bytes(field, message.bytes, message.length);
  }

  /** Adds whole fields that have been written elsewhere. */
  void append(ProtoBytes fields) {
    put(fields.bytes, fields.length);
  }

  private void bytes(int field, byte[] value, int count) {
    varint((field << 3) | LENGTH_DELIMITED);
    varint(count);
    put(value, count);
  }

  private void put(byte[] value, int count) {
    ensure(count);
    System.arraycopy(value, 0, bytes, length, count);
    length += count;
  }

  /** An unsigned number in groups of seven bits, the lowest first. */
  void varint(int value) {
    ensure(5);
    int left = value;
    while ((left & ~0x7f) != 0) {
      bytes[length++] = (byte) ((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    bytes[length++] = (byte) left;
  }

  /** A signed number, so that small ones are short whatever their sign. */
  void zigzag(int value) {
    varint((value << 1) ^ (value >> 31));
  }

  boolean isEmpty() {
    return length == 0;
  }

  void clear() {
    length = 0;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, length);
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
