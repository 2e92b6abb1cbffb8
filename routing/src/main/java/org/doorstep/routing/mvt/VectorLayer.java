package org.doorstep.routing.mvt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One layer of a vector tile while it is being written. Confined to one thread.
 *
 * <p>Properties are kept once each for the whole layer, as the format wants it.
 */
public final class VectorLayer {
  private static final int VERSION = 2;
  private static final int POINT = 1;
  private static final int LINE = 2;
  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;

  private final String name;
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final Map<Object, Integer> values = new LinkedHashMap<>();
  private final ProtoBytes features = new ProtoBytes();
  private final ProtoBytes feature = new ProtoBytes();
  private final ProtoBytes part = new ProtoBytes();

  public VectorLayer(String name) {
    this.name = name;
  }

  /**
   * Adds a point.
   *
   * @param x units of the tile from the west
   * @param y units of the tile from the north
   * @param properties texts and whole numbers, zero or more; an empty text is left out
   */
  public void point(int x, int y, Map<String, ?> properties) {
    begin(POINT, properties);
    command(MOVE_TO, 1);
    part.zigzag(x);
    part.zigzag(y);
    end();
  }

  /** Adds a line of one or more parts as {@link TileFrame#fit} gives them; none adds nothing. */
  public void line(List<int[]> parts, Map<String, ?> properties) {
    if (parts.isEmpty()) {
      return;
    }
    begin(LINE, properties);
    int penX = 0;
    int penY = 0;
    for (int[] line : parts) {
      for (int i = 0; i < line.length; i += 2) {
        if (i == 0) {
          command(MOVE_TO, 1);
        } else if (i == 2) {
          command(LINE_TO, line.length / 2 - 1);
        }
        part.zigzag(line[i] - penX);
        part.zigzag(line[i + 1] - penY);
        penX = line[i];
        penY = line[i + 1];
      }
    }
    end();
  }

  /** The bytes of a tile with these layers; layers without features are left out. */
  public static byte[] tile(List<VectorLayer> layers) {
    ProtoBytes tile = new ProtoBytes();
    for (VectorLayer layer : layers) {
      if (!layer.features.isEmpty()) {
        tile.message(3, layer.message());
      }
    }
    return tile.toArray();
  }

  private void begin(int type, Map<String, ?> properties) {
    feature.clear();
    part.clear();
    properties.forEach(
        (key, value) -> {
          if (!"".equals(value)) {
            part.varint(index(keys, key));
            part.varint(index(values, value));
          }
        });
    feature.message(2, part);
    feature.uint(3, type);
    part.clear();
  }

  private void end() {
    feature.message(4, part);
    features.message(2, feature);
  }

  private void command(int id, int count) {
    part.varint(id | (count << 3));
  }

  private static <T> int index(Map<T, Integer> indexes, T item) {
    Integer next = indexes.size();
    Integer there = indexes.putIfAbsent(item, next);
    return there == null ? next : there;
  }

  private ProtoBytes message() {
    ProtoBytes layer = new ProtoBytes();
    layer.uint(15, VERSION);
    layer.text(1, name);
    layer.append(features);
    keys.keySet().forEach(key -> layer.text(3, key));
    for (Object value : values.keySet()) {
      ProtoBytes message = new ProtoBytes();
      if (value instanceof Integer number) {
        message.uint(5, number);
      } else {
        message.text(1, value.toString());
      }
      layer.message(4, message);
    }
    layer.uint(5, TileFrame.EXTENT);
    return layer;
  }
}
