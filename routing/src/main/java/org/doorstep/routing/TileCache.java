package org.doorstep.routing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tiles asked for last, up to a number of bytes. Thread-safe: the lock guards all fields. */
final class TileCache {
  /** What an entry takes beside its tile; without it empty tiles would never fill the cache. */
  static final int ENTRY_BYTES = 200;

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
    bytes += size(tile) - (before == null ? 0 : size(before));
    var oldest = tiles.entrySet().iterator();
    while (bytes > bytesMax && oldest.hasNext()) {
      bytes -= size(oldest.next().getValue());
      oldest.remove();
    }
  }

  synchronized long bytes() {
    return bytes;
  }

  synchronized int count() {
    return tiles.size();
  }

  private static long size(byte[] tile) {
    return ENTRY_BYTES + (long) tile.length;
  }
}
