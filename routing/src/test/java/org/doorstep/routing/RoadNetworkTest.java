package org.doorstep.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.graphhopper.config.Profile;
import com.graphhopper.routing.Dijkstra;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.PMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE: drive times are exact for the weights of the map, on whole towns and countries. */
class RoadNetworkTest {
  private static final long SEED = 20_261_124;
  private static final int PAIRS = 40;

  /** A path of a hundred stretches can differ by the rounding of each to a millisecond. */
  private static final int ROUNDING_MILLIS = 30;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "andorra-2013.osm.pbf",
        "newport-wales-2023-06-13.osm.pbf",
        "north-london-2026.osm",
        "synthetic-kent-grid.osm.pbf"
      })
  void table_randomPairs_equalsDijkstraAndTheDrawnRoute(String file) {
    MapInfo info = MapImport.run(SharedData.osm(file), folder.resolve("map"), progress -> {});
    try (RoadNetwork roads = RoadNetwork.open(folder.resolve("map"))) {
      assertThat(roads.info()).isEqualTo(info);
      for (DrivingMode mode : DrivingMode.values()) {
        List<Snapped> places = randomPlaces(roads, mode);
        int[] table = roads.driveMillis(places, places, mode);
        Random random = new Random(SEED);
        for (int i = 0; i < PAIRS; i++) {
          int s = random.nextInt(places.size());
          int t = random.nextInt(places.size());
          int drive = table[s * places.size() + t];
          assertThat(drive)
              .as("seed %d, %s, %s to %s", SEED, mode, places.get(s), places.get(t))
              .isCloseTo(
                  dijkstraMillis(roads, places.get(s), places.get(t), mode),
                  offset(ROUNDING_MILLIS));
          roads
              .route(places.get(s).place(), places.get(t).place(), mode)
              .ifPresent(
                  route ->
                      assertThat(drive).isCloseTo(route.driveMillis(), offset(ROUNDING_MILLIS)));
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

  private static int dijkstraMillis(RoadNetwork roads, Snapped from, Snapped to, DrivingMode mode) {
    Profile profile = roads.hopper().getProfile(mode.profile());
    Weighting weighting = roads.hopper().createWeighting(profile, new PMap());
    Snap s = roads.find(from.place(), mode);
    Snap t = roads.find(to.place(), mode);
    QueryGraph graph = QueryGraph.create(roads.graph(), List.of(s, t));
    var path =
        new Dijkstra(graph, graph.wrapWeighting(weighting), TraversalMode.NODE_BASED)
            .calcPath(s.getClosestNode(), t.getClosestNode());
    return path.isFound() ? (int) path.getTime() : TravelTimes.UNREACHABLE;
  }
}
