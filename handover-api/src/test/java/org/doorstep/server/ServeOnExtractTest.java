package org.doorstep.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.MapImport;
import org.doorstep.routing.MapInfo;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.Snapped;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE: an imported extract is served, and recommendations are drives over its roads. */
class ServeOnExtractTest {
  private static final long SEED = 20_261_125;
  private static final int UNITS = 4;
  private static final int DRAWS = 400;
  private static final double NEAR_A_ROAD_METERS = 200;

  /** A drive of many stretches can differ by the rounding of each to a millisecond. */
  private static final double ROUNDING_MILLIS = 60;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "andorra-2013.osm.pbf",
        "newport-wales-2023-06-13.osm.pbf",
        "north-london-2026.osm",
        "synthetic-kent-grid.osm.pbf"
      })
  void recommendation_onAnExtract_isTheDriveOverItsRoads(String file) throws Exception {
    Path folder = TestServer.freshFolder();
    Path map = folder.resolve("map");
    MapImport.run(extract(file), map, words -> {});
    try (RoadNetwork roads = RoadNetwork.open(map);
        TestServer server =
            TestServer.start(Clock.systemUTC(), folder, Map.of("map", map.toString()))) {
      List<GeoPoint> places = places(roads);
      TestClient desk = server.client("desk1");
      for (int i = 1; i <= UNITS; i++) {
        place(server, desk, "U" + i, places.get(i));
      }
      GeoPoint scene = places.get(0);

      long incident = desk.open("Chest pain", "C2", scene.lat(), scene.lon());

      List<?> candidates = candidates(desk, incident);
      assertThat(candidates).as("seed %d", SEED).isNotEmpty();
      for (Object each : candidates) {
        Map<?, ?> candidate = (Map<?, ?>) each;
        int unit = Integer.parseInt(String.valueOf(candidate.get("unit")).substring(1));
        int drawn =
            roads
                .route(places.get(unit), scene, DrivingMode.BLUE_LIGHT)
                .orElseThrow()
                .driveMillis();
        assertThat(candidate.get("estimated")).isEqualTo(false);
        assertThat(Double.parseDouble(String.valueOf(candidate.get("driveMillis"))))
            .as("unit %d, seed %d", unit, SEED)
            .isCloseTo(drawn, offset(ROUNDING_MILLIS));
      }
    }
  }

  private static void place(TestServer server, TestClient desk, String unit, GeoPoint at)
      throws Exception {
    desk.signOn(unit);
    String crew = "crew-" + unit.toLowerCase(Locale.ROOT);
    server.addCrew(crew, unit);
    Map<String, Object> fix = new LinkedHashMap<>();
    fix.put("unit", unit);
    fix.put("lat", at.lat());
    fix.put("lon", at.lon());
    TestClient.Answer taken =
        server.client(crew).post("/api/areas/WEST_KENT/positions", Map.of("fixes", List.of(fix)));
    assertThat(taken.status()).isEqualTo(204);
  }

  private static List<?> candidates(TestClient desk, long incident) throws Exception {
    try (TestClient.Stream stream = desk.stream()) {
      while (true) {
        for (Object each : desk.board().list("incidents")) {
          if (each instanceof Map<?, ?> shown
              && Long.valueOf(incident).equals(shown.get("incident"))
              && shown.get("recommendation") instanceof Map<?, ?> recommendation
              && recommendation.get("candidates") instanceof List<?> candidates) {
            return candidates;
          }
        }
        stream.any();
      }
    }
  }

  /** Places on roads that can be reached from one another, in the order of the seed. */
  private static List<GeoPoint> places(RoadNetwork roads) {
    Random random = new Random(SEED);
    List<GeoPoint> drawn = new ArrayList<>();
    for (int i = 0; i < DRAWS; i++) {
      roads
          .snap(point(random, roads.info()), DrivingMode.BLUE_LIGHT)
          .filter(snapped -> snapped.distanceMeters() < NEAR_A_ROAD_METERS)
          .map(Snapped::onRoad)
          .ifPresent(drawn::add);
    }
    for (GeoPoint scene : drawn) {
      List<GeoPoint> places =
          drawn.stream().filter(place -> leads(roads, place, scene)).limit(UNITS + 1L).toList();
      if (places.size() > UNITS && places.get(0).equals(scene)) {
        return places;
      }
    }
    throw new AssertionError(
        "No (%d) of (%d) places lead to one another, seed (%d).".formatted(UNITS, DRAWS, SEED));
  }

  private static GeoPoint point(Random random, MapInfo info) {
    return new GeoPoint(
        info.south() + random.nextDouble() * (info.north() - info.south()),
        info.west() + random.nextDouble() * (info.east() - info.west()));
  }

  private static boolean leads(RoadNetwork roads, GeoPoint from, GeoPoint to) {
    return roads.route(from, to, DrivingMode.BLUE_LIGHT).isPresent();
  }

  private static Path extract(String file) {
    Path path = Path.of(System.getProperty("shared.data", "../../shared/data"), "osm", file);
    boolean there = Files.isReadable(path);
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("The extract (%s) must be there where CI=true.".formatted(path));
    }
    assumeTrue(there, "SKIPPED: the extract (%s) is not there.".formatted(path));
    return path;
  }
}
