package org.doorstep.routing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tiles asked for last, up to a number of bytes. Thread-safe: the lock guards all fields. */
final class TileCache {
  private final Map<String, byte[]> tiles = new LinkedHashMap<>(256, 0.75f, true);
  private final long bytesMax;
  private long bytes;

  TileCache(long bytesMax) {
    this.bytesMax = bytesMax;
  }

  synchronized Optional<byte[]> find(String key) {
    return Optional.ofNullable(tiles.get(key));
  }

  synchronized void put(String key, byte[] tile) {
    byte[] before = tiles.put(key, tile);
    bytes += tile.length - (before == null ? 0 : before.length);
    var oldest = tiles.entrySet().iterator();
    while (bytes > bytesMax && oldest.hasNext()) {
      bytes -= oldest.next().getValue().length;
      oldest.remove();
    }
  }
}
