package org.doorstep.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;

/** A few elements as a file of the PBF format, whose lengths may lie. */
final class TinyPbf {
  private static final int UNITS_PER_DEGREE = 10_000_000;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  byte[] bytes() {
    return bytes.toByteArray();
  }

  /** A length alone. */
  TinyPbf length(int length) {
    bytes.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
    return this;
  }

  TinyPbf header() {
    byte[] features =
        message(
            out -> {
              out.writeString(4, "OsmSchema-V0.6");
              out.writeString(4, "DenseNodes");
            });
    byte[] blob = zlib(features.length, features);
    return block("OSMHeader", blob.length, blob);
  }

  TinyPbf data(byte[] content) {
    return zlibSaying(content.length, content);
  }

  /** A block of any kind. */
  TinyPbf block(String type, byte[] content) {
    byte[] blob = zlib(content.length, content);
    return block(type, blob.length, blob);
  }

  /** A block that says of its content that it has so many bytes when unpacked. */
  TinyPbf zlibSaying(int rawSize, byte[] content) {
    byte[] blob = zlib(rawSize, content);
    return block("OSMData", blob.length, blob);
  }

  /** A block that says that it has so many bytes, and has few. */
  TinyPbf blockSaying(int dataSize) {
    return block("OSMData", dataSize, new byte[5]);
  }

  /** Nodes on a line to the north and east that begins at 51 degrees north, so far apart. */
  static byte[] nodes(double stepDegrees, long... ids) {
    byte[] dense =
        message(
            out -> {
              out.writeByteArray(1, deltas(ids));
              long[] lats = new long[ids.length];
              for (int i = 0; i < ids.length; i++) {
                lats[i] = Math.round((51 + i * stepDegrees) * UNITS_PER_DEGREE);
              }
              out.writeByteArray(8, deltas(lats));
              out.writeByteArray(9, deltas(new long[ids.length]));
            });
    return block(message(out -> out.writeByteArray(2, dense)));
  }

  /** One road. */
  static byte[] ways(long id, long... nodes) {
    byte[] way =
        message(
            out -> {
              out.writeInt64(1, id);
              out.writeByteArray(2, new byte[] {1});
              out.writeByteArray(3, new byte[] {2});
              out.writeByteArray(8, deltas(nodes));
            });
    return block(message(out -> out.writeByteArray(3, way)));
  }

  static byte[] roads() {
    return ways(100, 1, 2, 3);
  }

  static byte[] relation(long id) {
    byte[] relation = message(out -> out.writeInt64(1, id));
    return block(message(out -> out.writeByteArray(4, relation)));
  }

  /** How many bytes the first blocks of a file have. */
  int lengthOfFirstBlocks(byte[] file, int blocks) throws IOException {
    int at = 0;
    for (int i = 0; i < blocks; i++) {
      DataInputStream in =
          new DataInputStream(new java.io.ByteArrayInputStream(file, at, file.length - at));
      int header = in.readInt();
      var message = com.google.protobuf.CodedInputStream.newInstance(in.readNBytes(header));
      int dataSize = 0;
      for (int tag = message.readTag(); tag != 0; tag = message.readTag()) {
        if (tag >>> 3 == 3) {
          dataSize = message.readInt32();
        } else {
          message.skipField(tag);
        }
      }
      at += 4 + header + dataSize;
    }
    return at;
  }

  private TinyPbf block(String type, int dataSize, byte[] blob) {
    byte[] header =
        message(
            out -> {
              out.writeString(1, type);
              out.writeInt32(3, dataSize);
            });
    length(header.length);
    bytes.writeBytes(header);
    bytes.writeBytes(blob);
    return this;
  }

  private static byte[] block(byte[] group) {
    byte[] strings =
        message(
            out -> {
              for (String each : new String[] {"", "highway", "residential"}) {
                out.writeByteArray(1, each.getBytes(UTF_8));
              }
            });
    return message(
        out -> {
          out.writeByteArray(1, strings);
          out.writeByteArray(2, group);
        });
  }

  private static byte[] zlib(int rawSize, byte[] content) {
    Deflater deflater = new Deflater();
    deflater.setInput(content);
    deflater.finish();
    byte[] packed = new byte[content.length + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    return message(
        out -> {
          out.writeInt32(2, rawSize);
          out.writeByteArray(3, java.util.Arrays.copyOf(packed, length));
        });
  }

  private static byte[] deltas(long... values) {
    return message(
        out -> {
          long before = 0;
          for (long value : values) {
            out.writeSInt64NoTag(value - before);
            before = value;
          }
        });
  }

  private interface Writing {
    void to(CodedOutputStream out) throws IOException;
  }

  private static byte[] message(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      writing.to(out);
      out.flush();
      new DataOutputStream(bytes).flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
