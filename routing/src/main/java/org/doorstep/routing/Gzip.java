package org.doorstep.routing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Bytes compressed in memory; nothing stays nothing. */
final class Gzip {
  private Gzip() {}

  static byte[] pack(byte[] plain) {
    if (plain.length == 0) {
      return plain;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 2 + 32);
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory does not fail to be written.", e);
    }
    return bytes.toByteArray();
  }

  /** Undoes {@link #pack}. */
  static byte[] unpack(byte[] packed) {
    if (packed.length == 0) {
      return packed;
    }
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return zip.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Only what was packed here is unpacked.", e);
    }
  }
}
