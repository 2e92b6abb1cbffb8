package org.doorstep.routing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads vector tiles, written apart from the writer: what it cannot read is an error. */
final class TileReader {
  record Feature(int type, Map<String, Object> properties, List<int[]> parts) {}

  private final byte[] bytes;
  private int at;

  private TileReader(byte[] bytes) {
    this.bytes = bytes;
  }

  static Map<String, List<Feature>> read(byte[] tile) {
    Map<String, List<Feature>> layers = new LinkedHashMap<>();
    TileReader in = new TileReader(tile);
    while (in.at < tile.length) {
      int tag = in.varint();
      require(tag == (3 << 3 | 2), "layer");
      in.layer(in.bytes(), layers);
    }
    return layers;
  }

  private void layer(byte[] message, Map<String, List<Feature>> layers) {
    TileReader in = new TileReader(message);
    String name = "";
    List<String> keys = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    List<byte[]> features = new ArrayList<>();
    while (in.at < message.length) {
      switch (in.varint() >>> 3) {
        case 1 -> name = in.text();
        case 2 -> features.add(in.bytes());
        case 3 -> keys.add(in.text());
        case 4 -> values.add(value(in.bytes()));
        case 5 -> require(in.varint() == 4096, "extent");
        case 15 -> require(in.varint() == 2, "version");
        default -> throw new AssertionError("field of a layer");
      }
    }
    layers.put(name, features.stream().map(f -> feature(f, keys, values)).toList());
  }

  private static Object value(byte[] message) {
    TileReader in = new TileReader(message);
    int field = in.varint() >>> 3;
    return field == 1 ? in.text() : (Object) in.varint();
  }

  private static Feature feature(byte[] message, List<String> keys, List<Object> values) {
    TileReader in = new TileReader(message);
    Map<String, Object> properties = new LinkedHashMap<>();
    int type = 0;
    List<int[]> parts = List.of();
    while (in.at < message.length) {
      switch (in.varint() >>> 3) {
        case 2 -> {
          TileReader tags = new TileReader(in.bytes());
          while (tags.at < tags.bytes.length) {
            properties.put(keys.get(tags.varint()), values.get(tags.varint()));
          }
        }
        case 3 -> type = in.varint();
        case 4 -> parts = geometry(new TileReader(in.bytes()));
        default -> throw new AssertionError("field of a feature");
      }
    }
    return new Feature(type, properties, parts);
  }

  private static List<int[]> geometry(TileReader in) {
    List<List<Integer>> parts = new ArrayList<>();
    int x = 0;
    int y = 0;
    while (in.at < in.bytes.length) {
      int command = in.varint();
      for (int i = 0; i < command >>> 3; i++) {
        x += in.signed();
        y += in.signed();
        if ((command & 7) == 1) {
          parts.add(new ArrayList<>());
        }
        parts.get(parts.size() - 1).addAll(List.of(x, y));
      }
    }
    return parts.stream().map(p -> p.stream().mapToInt(Integer::intValue).toArray()).toList();
  }

  private byte[] bytes() {
    int length = varint();
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  private String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  private int signed() {
    int value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  private int varint() {
    int value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      value |= (next & 0x7f) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
