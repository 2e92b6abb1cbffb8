package org.doorstep.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.graphhopper.config.Profile;
import com.graphhopper.routing.Dijkstra;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.PMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE: drive times are exact for the weights of the map, on whole towns and countries. */
class RoadNetworkTest {
  private static final long SEED = 20_261_124;
  private static final int PAIRS = 40;
  private static final DrivingMode MODE = DrivingMode.BLUE_LIGHT;

  /** A path of hundreds of stretches can differ by the rounding of each to a millisecond. */
  private static final int ROUNDING_MILLIS = 150;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "andorra-2013.osm.pbf",
        "newport-wales-2023-06-13.osm.pbf",
        "north-london-2026.osm",
        "synthetic-kent-grid.osm.pbf"
      })
  void table_randomPairs_equalsTheImportersOwnDijkstra(String file) {
    MapInfo info = MapImport.run(SharedData.osm(file), folder.resolve("map"), progress -> {});
    try (RoadNetwork roads = RoadNetwork.open(folder.resolve("map"))) {
      assertThat(roads.info()).isEqualTo(info);
      Random random = new Random(SEED);
      for (int i = 0; i < PAIRS; i++) {
        int from = openEdge(roads, random);
        int to = openEdge(roads, random);
        Snapped source = place(roads, from, 1);
        Snapped target = place(roads, to, 0);
        int drive = roads.driveMillis(List.of(source), List.of(target), MODE)[0];
        assertThat(drive)
            .as("seed %d, from the end of edge %d to the base of edge %d", SEED, from, to)
            .isCloseTo(
                dijkstraMillis(roads, roads.roads().adjacent(from), roads.roads().base(to)),
                offset(ROUNDING_MILLIS));
      }
    }
  }

  @Test
  void route_anyTwoPlaces_takesAsLongAsTheTableSays() {
    MapImport.run(
        SharedData.osm("newport-wales-2023-06-13.osm.pbf"), folder.resolve("map"), p -> {});
    try (RoadNetwork roads = RoadNetwork.open(folder.resolve("map"))) {
      for (DrivingMode mode : DrivingMode.values()) {
        List<Snapped> places = randomPlaces(roads, mode);
        int[] table = roads.driveMillis(places, places, mode);
        for (int i = 0; i < table.length; i++) {
          GeoPoint from = places.get(i / places.size()).place();
          GeoPoint to = places.get(i % places.size()).place();
          Optional<Route> route = roads.route(from, to, mode);
          assertThat(route.map(Route::driveMillis).orElse(TravelTimes.UNREACHABLE))
              .isEqualTo(table[i]);
        }
      }
    }
  }

  @Test
  void blueLight_sameJourney_isNeverSlowerInATown() {
    MapImport.run(
        SharedData.osm("newport-wales-2023-06-13.osm.pbf"), folder.resolve("map"), p -> {});
    try (RoadNetwork roads = RoadNetwork.open(folder.resolve("map"))) {
      List<Snapped> normal = randomPlaces(roads, DrivingMode.NORMAL);
      List<Snapped> blue =
          normal.stream()
              .map(p -> roads.snap(p.onRoad(), DrivingMode.BLUE_LIGHT).orElseThrow())
              .toList();
      int[] slow = roads.driveMillis(normal, normal, DrivingMode.NORMAL);
      int[] fast = roads.driveMillis(blue, blue, DrivingMode.BLUE_LIGHT);
      long slower = 0;
      for (int i = 0; i < slow.length; i++) {
        slower += slow[i] >= 0 && fast[i] > slow[i] + 10_000 ? 1 : 0;
      }
      // Private ways are slow on blue lights and can be where a place is snapped to.
      assertThat(slower).isLessThanOrEqualTo(slow.length / 50);
    }
  }

  @Test
  void snap_farFromAnyRoad_saysSo() {
    MapImport.run(SharedData.osm("andorra-2013.osm.pbf"), folder.resolve("map"), p -> {});
    try (RoadNetwork roads = RoadNetwork.open(folder.resolve("map"))) {
      assertThat(roads.snap(new GeoPoint(51.2, 0.3), DrivingMode.NORMAL)).isEmpty();
      assertThat(roads.snap(new GeoPoint(42.5075, 1.5218), DrivingMode.NORMAL)).isPresent();
    }
  }

  @Test
  void import_fileIsNoMap_namesItAndLeavesNothing() throws IOException {
    Path bad = folder.resolve("bad.osm");
    Files.writeString(bad, "<osm><node id=\"1\" lat=\"x\"/></osm>");

    assertThatThrownBy(() -> MapImport.run(bad, folder.resolve("map"), p -> {}))
        .isInstanceOf(MapFault.class)
        .hasMessageContaining("bad.osm");
    assertThat(folder.resolve("map")).doesNotExist();
    assertThat(folder.resolve("map.partial")).doesNotExist();
  }

  @Test
  void import_truncatedPbf_namesItAndLeavesNothing() throws IOException {
    byte[] whole = Files.readAllBytes(SharedData.osm("andorra-2013.osm.pbf"));
    Path bad = folder.resolve("half.osm.pbf");
    Files.write(bad, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> MapImport.run(bad, folder.resolve("map"), p -> {}))
        .isInstanceOf(MapFault.class)
        .hasMessageContaining("half.osm.pbf");
    assertThat(folder.resolve("map")).doesNotExist();
  }

  @Test
  void open_folderIsEmptyOrDamaged_saysWhatToDo() throws IOException {
    assertThatThrownBy(() -> RoadNetwork.open(folder.resolve("none")))
        .isInstanceOf(MapFault.class)
        .hasMessageContaining("import-map");

    MapImport.run(SharedData.osm("andorra-2013.osm.pbf"), folder.resolve("map"), p -> {});
    Files.delete(folder.resolve("map/graph/edges"));
    assertThatThrownBy(() -> RoadNetwork.open(folder.resolve("map")))
        .isInstanceOf(MapFault.class)
        .hasMessageContaining("damaged");
  }

  private static List<Snapped> randomPlaces(RoadNetwork roads, DrivingMode mode) {
    Random random = new Random(SEED);
    MapInfo info = roads.info();
    List<Snapped> places = new ArrayList<>();
    for (int i = 0; i < 3_000 && places.size() < 25; i++) {
      double lat = info.south() + random.nextDouble() * (info.north() - info.south());
      double lon = info.west() + random.nextDouble() * (info.east() - info.west());
      roads
          .snap(new GeoPoint(lat, lon), mode)
          .filter(snapped -> snapped.distanceMeters() < 300)
          .ifPresent(places::add);
    }
    assertThat(places).hasSizeGreaterThan(10);
    return places;
  }

  private static int openEdge(RoadNetwork roads, Random random) {
    int edge = random.nextInt(roads.roads().edgeCount());
    while (!roads.metric().isLaneOpen(2 * edge, MODE)) {
      edge = random.nextInt(roads.roads().edgeCount());
    }
    return edge;
  }

  private static Snapped place(RoadNetwork roads, int edge, double fraction) {
    GeoPoint anywhere = new GeoPoint(roads.info().south(), roads.info().west());
    return new Snapped(
        anywhere,
        anywhere,
        0,
        new RoadPosition(edge, fraction, RoadPosition.Heading.EITHER),
        roads.map());
  }

  private static int dijkstraMillis(RoadNetwork roads, int from, int to) {
    Profile profile = roads.hopper().getProfile(MODE.profile());
    Weighting weighting = roads.hopper().createWeighting(profile, new PMap(), true);
    var path = new Dijkstra(roads.graph(), weighting, TraversalMode.NODE_BASED).calcPath(from, to);
    return path.isFound() ? (int) path.getTime() : TravelTimes.UNREACHABLE;
  }
}
