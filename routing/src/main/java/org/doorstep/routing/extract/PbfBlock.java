package org.doorstep.routing.extract;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The elements of one data block, walked without keeping them: a block may hold millions of nodes
 * of a byte each, which as objects would fill the memory.
 */
final class PbfBlock {
  /** Writers put 8,000 into a block; the reader of the import keeps all of a block in memory. */
  private static final int ELEMENTS_MAX = 1_000_000;

  private static final ByteString HIGHWAY = ByteString.copyFromUtf8("highway");
  private static final double DEGREES_PER_UNIT = 1e-9;
  private static final CodedInputStream NOTHING = CodedInputStream.newInstance(new byte[0]);

  private final byte[] content;
  private final ExtractRules rules;
  private final List<CodedInputStream> groups = new ArrayList<>();
  private final BitSet highways = new BitSet();
  private long granularity = 100;
  private long latOffset;
  private long lonOffset;
  private int elements;
  private long[] refs = new long[64];

  PbfBlock(byte[] content, ExtractRules rules) {
    this.content = content;
    this.rules = rules;
  }

  void run() throws IOException {
    CodedInputStream block = CodedInputStream.newInstance(content);
    for (int tag = block.readTag(); tag != 0; tag = block.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> findHighways(part(block));
        case 2 -> groups.add(part(block));
        case 17 -> granularity = block.readInt32();
        case 19 -> latOffset = block.readInt64();
        case 20 -> lonOffset = block.readInt64();
        default -> block.skipField(tag);
      }
    }
    // The scale may stand behind the groups that are measured with it.
    for (CodedInputStream group : groups) {
      readGroup(group);
    }
  }

  private void readGroup(CodedInputStream group) throws IOException {
    for (int tag = group.readTag(); tag != 0; tag = group.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> readNode(part(group));
        case 2 -> readDenseNodes(part(group));
        case 3 -> readWay(part(group));
        case 4 -> readRelation(part(group));
        default -> group.skipField(tag);
      }
    }
  }

  private void findHighways(CodedInputStream strings) throws IOException {
    int index = 0;
    for (int tag = strings.readTag(); tag != 0; tag = strings.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) != 1) {
        strings.skipField(tag);
        continue;
      }
      if (strings.readBytes().equals(HIGHWAY)) {
        highways.set(index);
      }
      index++;
    }
  }

  private void readDenseNodes(CodedInputStream dense) throws IOException {
    CodedInputStream ids = NOTHING;
    CodedInputStream lats = NOTHING;
    CodedInputStream lons = NOTHING;
    for (int tag = dense.readTag(); tag != 0; tag = dense.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> ids = part(dense);
        case 8 -> lats = part(dense);
        case 9 -> lons = part(dense);
        default -> dense.skipField(tag);
      }
    }
    long id = 0;
    long lat = 0;
    long lon = 0;
    while (!ids.isAtEnd()) {
      id += ids.readSInt64();
      lat += lats.readSInt64();
      lon += lons.readSInt64();
      node(id, lat, lon);
    }
    if (!lats.isAtEnd() || !lons.isAtEnd()) {
      throw new IOException("there are more coordinates than nodes");
    }
  }

  private void readNode(CodedInputStream node) throws IOException {
    long id = 0;
    long lat = 0;
    long lon = 0;
    for (int tag = node.readTag(); tag != 0; tag = node.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> id = node.readSInt64();
        case 8 -> lat = node.readSInt64();
        case 9 -> lon = node.readSInt64();
        default -> node.skipField(tag);
      }
    }
    node(id, lat, lon);
  }

  private void node(long id, long lat, long lon) {
    count();
    rules.node(
        id,
        DEGREES_PER_UNIT * ((double) granularity * lat + latOffset),
        DEGREES_PER_UNIT * ((double) granularity * lon + lonOffset));
  }

  private void readWay(CodedInputStream way) throws IOException {
    count();
    long id = 0;
    boolean road = false;
    int count = 0;
    for (int tag = way.readTag(); tag != 0; tag = way.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> id = way.readInt64();
        case 2 -> road = isRoad(part(way));
        case 8 -> count = readRefs(part(way));
        default -> way.skipField(tag);
      }
    }
    rules.way(id, road, refs, count);
  }

  private boolean isRoad(CodedInputStream keys) throws IOException {
    boolean road = false;
    while (!keys.isAtEnd()) {
      int key = keys.readUInt32();
      road |= key > 0 && highways.get(key);
    }
    return road;
  }

  private int readRefs(CodedInputStream deltas) throws IOException {
    int count = 0;
    long ref = 0;
    while (!deltas.isAtEnd()) {
      ref += deltas.readSInt64();
      refs = rules.room(refs, count);
      refs[count++] = ref;
    }
    return count;
  }

  private void readRelation(CodedInputStream relation) throws IOException {
    count();
    long id = 0;
    for (int tag = relation.readTag(); tag != 0; tag = relation.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == 1) {
        id = relation.readInt64();
      } else {
        relation.skipField(tag);
      }
    }
    rules.relation(id);
  }

  private void count() {
    if (++elements > ELEMENTS_MAX) {
      throw rules.fault(
          "it has more than (%d) elements".formatted(ELEMENTS_MAX),
          "Maybe write it anew, for example with osmium cat.");
    }
  }

  /** A part within the content, which is not copied. */
  private static CodedInputStream part(CodedInputStream of) throws IOException {
    ByteBuffer bytes = of.readByteBuffer();
    return CodedInputStream.newInstance(bytes);
  }
}
