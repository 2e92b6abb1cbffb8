package org.doorstep.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.doorstep.routing.mvt.TileFrame;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** FEATURE: the map as vector tiles, as much of it as the scale can show, with names. */
class TilesTest {
  private static final GeoPoint MAIDSTONE = new GeoPoint(51.272, 0.524);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** A tile is asked for while somebody waits. Of the thread's own time: the machine is shared. */
  private static final long TILE_MILLIS_MAX = 400;

  private static Tiles tiles;

  @BeforeAll
  static void open() {
    tiles = new Tiles(SyntheticWestKent.roads());
  }

  @Test
  void tile_atEachZoom_showsTheRoadsOfItsScale() {
    assertThat(classes(8)).containsExactlyInAnyOrder("motorway", "trunk", "primary");
    assertThat(classes(10)).contains("secondary").doesNotContain("tertiary", "minor");
    assertThat(classes(12)).contains("tertiary").doesNotContain("minor");
    assertThat(classes(13)).contains("minor");
  }

  @Test
  void tile_ofATown_namesItsStreetsRoadsRiverAndPlaces() {
    Map<String, List<TileReader.Feature>> tile = read(13, MAIDSTONE);

    assertThat(tile.keySet()).containsExactly("water", "roads", "places");
    assertThat(tile.get("water")).extracting(f -> f.properties().get("name")).contains("Medway");
    assertThat(tile.get("roads")).extracting(f -> f.properties().get("ref")).contains("A229");
    assertThat(tile.get("roads"))
        .filteredOn(f -> "minor".equals(f.properties().get("class")))
        .filteredOn(f -> f.properties().containsKey("name"))
        .hasSizeGreaterThan(500);
    assertThat(tile.get("places"))
        .filteredOn(f -> "Maidstone".equals(f.properties().get("name")))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.type()).isEqualTo(1);
              assertThat(f.properties()).containsEntry("kind", "town").containsEntry("rank", 2);
            });
  }

  @Test
  void tile_anyZoom_staysWithinItsMarginAndItsTime() {
    for (int z = 0; z <= 16; z++) {
      long start = THREADS.getCurrentThreadCpuTime();
      Map<String, List<TileReader.Feature>> tile = read(z, MAIDSTONE);
      long millis = (THREADS.getCurrentThreadCpuTime() - start) / 1_000_000;
      assertThat(millis).as("zoom %d", z).isLessThan(TILE_MILLIS_MAX);
      assertThat(tile.get("roads")).as("zoom %d", z).isNotEmpty();
      for (TileReader.Feature road : tile.getOrDefault("roads", List.of())) {
        assertThat(road.type()).isEqualTo(2);
        for (int[] part : road.parts()) {
          assertThat(part).hasSizeGreaterThanOrEqualTo(4);
          for (int unit : part) {
            assertThat(unit).isBetween(-100, TileFrame.EXTENT + 100);
          }
        }
      }
    }
  }

  @Test
  void tiles_ofSmallScale_areThereBeforeAnybodyAsks() {
    assertThat(tiles.preparedCount()).isBetween(Tiles.PREPARED_ZOOM_MAX + 1, 100);
    for (int z = 0; z <= Tiles.PREPARED_ZOOM_MAX; z++) {
      byte[] first = gzipped(z, MAIDSTONE);
      assertThat(gzipped(z, MAIDSTONE)).as("zoom %d", z).isSameAs(first);
      assertThat(Gzip.unpack(first)).isNotEmpty();
    }
  }

  @Test
  void tile_askedForTwice_isKeptCompressed() {
    byte[] first = gzipped(13, MAIDSTONE);

    assertThat(gzipped(13, MAIDSTONE)).isSameAs(first);
    assertThat(Gzip.unpack(first)).hasSizeGreaterThan(first.length);
  }

  @Test
  void cache_full_forgetsWhatWasAskedForLongestAgo() {
    TileCache cache = new TileCache(3 * (100 + TileCache.ENTRY_BYTES));
    for (String key : List.of("a", "b", "c")) {
      cache.put(key, new byte[100]);
    }
    assertThat(cache.find("a")).isPresent();

    cache.put("d", new byte[100]);

    assertThat(cache.find("b")).isEmpty();
    assertThat(List.of("a", "c", "d")).allSatisfy(key -> assertThat(cache.find(key)).isPresent());
    assertThat(cache.bytes()).isEqualTo(3 * (100 + TileCache.ENTRY_BYTES));
  }

  /** Whoever asks for the whole empty world must not fill the memory with nothing. */
  @Test
  void cache_ofEmptyTiles_isBoundedToo() {
    TileCache cache = new TileCache(10_000);
    for (int i = 0; i < 1_000; i++) {
      cache.put("20/0/" + i, new byte[0]);
    }

    assertThat(cache.count()).isEqualTo(10_000 / TileCache.ENTRY_BYTES);
    cache.put("large", new byte[20_000]);
    assertThat(cache.count()).isZero();
    assertThat(cache.bytes()).isZero();
  }

  @Test
  void tile_outsideTheMap_isEmpty() {
    assertThat(tiles.gzipped(12, 0, 0)).isEmpty();
    assertThat(tiles.tile(12, 0, 0)).isEmpty();
    assertThat(tiles.tile(14, 100, 100)).isEmpty();
  }

  @Test
  void tile_outsideTheWorld_isRefused() {
    assertThatThrownBy(() -> tiles.tile(3, 8, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tiles.tile(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Set<String> classes(int z) {
    Set<String> classes = new TreeSet<>();
    for (TileReader.Feature road : read(z, MAIDSTONE).getOrDefault("roads", List.of())) {
      classes.add(String.valueOf(road.properties().get("class")));
    }
    return classes;
  }

  private static Map<String, List<TileReader.Feature>> read(int z, GeoPoint at) {
    return TileReader.read(tiles.tile(z, column(z, at), row(z, at)));
  }

  private static byte[] gzipped(int z, GeoPoint at) {
    return tiles.gzipped(z, column(z, at), row(z, at));
  }

  private static int column(int z, GeoPoint at) {
    return (int) (TileFrame.worldX(at.lon()) * (1 << z));
  }

  private static int row(int z, GeoPoint at) {
    return (int) (TileFrame.worldY(at.lat()) * (1 << z));
  }
}
