package org.doorstep.routing.extract;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.doorstep.routing.MapFault;

/**
 * Reads a file of the PBF format [1] block by block: a length, a header, a blob that may be
 * compressed. The file must end where a block ends.
 *
 * <p>The reader of the import has no bounds: a length that lies takes all memory, and a worker that
 * dies of that is waited for without end.
 *
 * <p>[1] OpenStreetMap wiki: PBF Format.
 */
final class PbfScan {
  /** The format's own bounds. */
  private static final int HEADER_BYTES_MAX = 64 * 1024;

  private static final int BLOB_BYTES_MAX = 32 * 1024 * 1024;
  private static final int LENGTH_BYTES = 4;
  private static final int TYPE_BYTES_MAX = 64;

  private static final int HEADER_TYPE = 1;
  private static final int HEADER_DATA_SIZE = 3;
  private static final int BLOB_RAW = 1;
  private static final int BLOB_RAW_SIZE = 2;
  private static final int BLOB_ZLIB = 3;

  private final DataInputStream in;
  private final long size;
  private final ExtractRules rules;
  private long at;
  private int block;

  PbfScan(InputStream in, long size, ExtractRules rules) {
    this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    this.size = size;
    this.rules = rules;
  }

  void run() throws IOException {
    rules.at(() -> "block %d, which begins at byte %d".formatted(block, at));
    while (at < size) {
      block++;
      at += readBlock();
    }
  }

  /** The kind of a block and the length of its blob. */
  private record Header(String type, int dataSize) {}

  private long readBlock() throws IOException {
    require(size - at >= LENGTH_BYTES, "the file ends within a length");
    int headerSize = in.readInt();
    if (headerSize <= 0 || headerSize > HEADER_BYTES_MAX) {
      throw rules.fault(
          "the length of its header is (%d) and must be 1 to (%d)"
              .formatted(headerSize, HEADER_BYTES_MAX),
          block == 1 ? ExtractRules.ENDING : "Maybe the file is damaged; fetch it again.");
    }
    require(size - at - LENGTH_BYTES >= headerSize, "the file ends within its header");
    Header header = readHeader(in.readNBytes(headerSize));
    if (header.dataSize < 0 || header.dataSize > BLOB_BYTES_MAX) {
      throw damaged(
          "its length is (%d) and must be 0 to (%d)".formatted(header.dataSize, BLOB_BYTES_MAX));
    }
    long length = LENGTH_BYTES + headerSize + (long) header.dataSize;
    require(size - at >= length, "it has (%d) bytes, but the file ends before".formatted(length));
    byte[] blob = in.readNBytes(header.dataSize);
    readContent(header.type, blob);
    return length;
  }

  /** The format lets a reader skip kinds it does not know; a flipped letter would so lose roads. */
  private void readContent(String type, byte[] blob) {
    String wanted = block == 1 ? "OSMHeader" : "OSMData";
    if (!type.equals(wanted)) {
      throw damaged("its kind is (%s) and must be (%s)".formatted(type, wanted));
    }
    byte[] content = unpack(blob);
    if (block == 1) {
      return;
    }
    try {
      new PbfBlock(content, rules).run();
    } catch (IOException e) {
      throw damaged("its elements cannot be read (%s)".formatted(firstSentence(e)));
    }
  }

  private Header readHeader(byte[] bytes) {
    String type = "";
    int dataSize = -1;
    try {
      CodedInputStream message = CodedInputStream.newInstance(bytes);
      for (int tag = message.readTag(); tag != 0; tag = message.readTag()) {
        switch (WireFormat.getTagFieldNumber(tag)) {
          case HEADER_TYPE -> type = message.readString();
          case HEADER_DATA_SIZE -> dataSize = message.readInt32();
          default -> message.skipField(tag);
        }
      }
    } catch (IOException e) {
      throw damaged("its header cannot be read (%s)".formatted(firstSentence(e)));
    }
    require(type.length() <= TYPE_BYTES_MAX, "the name of its kind is too long");
    return new Header(type, dataSize);
  }

  private byte[] unpack(byte[] blob) {
    int rawSize = -1;
    byte[] zlib = null;
    try {
      CodedInputStream message = CodedInputStream.newInstance(blob);
      for (int tag = message.readTag(); tag != 0; tag = message.readTag()) {
        int field = WireFormat.getTagFieldNumber(tag);
        switch (field) {
          case BLOB_RAW -> {
            return message.readByteArray();
          }
          case BLOB_RAW_SIZE -> rawSize = message.readInt32();
          case BLOB_ZLIB -> zlib = message.readByteArray();
          default ->
              throw rules.fault(
                  "it is compressed in a way (%d) that is not zlib".formatted(field),
                  "Maybe write it anew, for example with osmium cat.");
        }
      }
    } catch (IOException e) {
      throw damaged("its blob cannot be read (%s)".formatted(firstSentence(e)));
    }
    if (zlib == null) {
      throw damaged("it is empty");
    }
    return inflate(zlib, rawSize);
  }

  private byte[] inflate(byte[] zlib, int rawSize) {
    if (rawSize < 0 || rawSize > BLOB_BYTES_MAX) {
      throw damaged(
          "its length unpacked is (%d) and must be 0 to (%d)".formatted(rawSize, BLOB_BYTES_MAX));
    }
    // One byte more than there should be, to see a content that is longer than it says.
    byte[] content = new byte[rawSize + 1];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(zlib);
      int length = inflater.inflate(content);
      if (!inflater.finished() || length != rawSize) {
        throw damaged("it says that it has (%d) bytes unpacked, and has not".formatted(rawSize));
      }
    } catch (DataFormatException e) {
      throw damaged("it cannot be unpacked (%s)".formatted(e.getMessage()));
    } finally {
      inflater.end();
    }
    return java.util.Arrays.copyOf(content, rawSize);
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw rules.fault(otherwise, ExtractRules.CUT_OFF);
    }
  }

  private MapFault damaged(String rule) {
    return rules.fault(rule, "Maybe the file is damaged; fetch it again.");
  }

  private static String firstSentence(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").split("\\. ", -1)[0];
  }
}
