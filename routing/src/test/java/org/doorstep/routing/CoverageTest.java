package org.doorstep.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE: how soon every place is reached is found for the whole map and drawn as areas. A
 * straight road of 10 km has a junction every kilometre; units stand at both ends.
 */
class CoverageTest {
  private static final DrivingMode MODE = DrivingMode.BLUE_LIGHT;

  @TempDir Path folder;
  private RoadNetwork roads;

  @BeforeEach
  void open() throws IOException {
    DrawnStreets streets = new DrawnStreets();
    for (int i = 0; i <= 10; i++) {
      streets.node("n" + i, 1_000 * i, 0).node("s" + i, 1_000 * i, 300);
    }
    for (int i = 0; i < 10; i++) {
      streets.way("n" + i + " n" + (i + 1), "highway=primary");
    }
    for (int i = 0; i <= 10; i++) {
      streets.way("n" + i + " s" + i, "highway=residential");
    }
    roads = streets.open(folder);
  }

  @AfterEach
  void close() {
    roads.close();
  }

  @Test
  void coverage_twoUnits_isTheSoonerOfBothAndCountsThem() {
    Coverage coverage = roads.coverage(units(0, 10_000), MODE, Optional.of(Duration.ofMinutes(5)));
    Snapped middle = snap(5_000);
    int[] table = roads.driveMillis(units(0, 10_000), List.of(middle), MODE);

    int least = Integer.MAX_VALUE;
    int most = 0;
    for (int junction = 0; junction < coverage.junctions(); junction++) {
      least = Math.min(least, coverage.millis(junction));
      most = Math.max(most, coverage.depth(junction));
    }
    assertThat(least).isZero();
    // Five kilometres take less than five minutes, ten take more.
    assertThat(table[0]).isLessThan(300_000);
    assertThat(most).isEqualTo(2);
    assertThat(coverage.share(Integer.MAX_VALUE)).isEqualTo(1.0);
    assertThat(coverage.share(table[0] / 2)).isBetween(0.3, 0.8);
  }

  @Test
  void reachability_ofAPlace_isTheTimeToItFromEverywhere() {
    Coverage toMiddle = roads.reachability(snap(5_000), MODE);
    int most = 0;
    for (int junction = 0; junction < toMiddle.junctions(); junction++) {
      most = Math.max(most, toMiddle.millis(junction));
    }
    assertThat(most).isGreaterThan(roads.driveMillis(units(0), List.of(snap(5_000)), MODE)[0]);
  }

  @Test
  void geoJson_bands_areClosedRingsThatDoNotOverlapAndMissNoRoad() throws IOException {
    Coverage coverage = roads.coverage(units(0), MODE, Optional.empty());
    CoverageDrawing drawing =
        new CoverageDrawing(
            coverage, DrawnStreets.at(-500, -500), DrawnStreets.at(10_500, 800), 250);

    JsonNode json = new ObjectMapper().readTree(drawing.geoJson(List.of(120, 240)));

    assertThat(json.get("type").asText()).isEqualTo("FeatureCollection");
    List<String> bands = new ArrayList<>();
    for (JsonNode feature : json.get("features")) {
      JsonNode properties = feature.get("properties");
      bands.add(
          properties.get("fromSeconds").asInt() + "-" + properties.path("toSeconds").asText());
      assertThat(feature.get("geometry").get("type").asText()).isEqualTo("MultiPolygon");
      for (JsonNode polygon : feature.get("geometry").get("coordinates")) {
        for (JsonNode ring : polygon) {
          assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
          assertThat(ring.size()).isGreaterThan(3);
          assertThat(ring.get(0).get(0).asDouble()).isBetween(0.29, 0.46);
        }
      }
    }
    assertThat(bands).containsExactly("0-120", "120-240", "240-");
  }

  @Test
  void drawing_badSquaresOrLimits_areRefused() {
    Coverage coverage = roads.coverage(units(0), MODE, Optional.empty());
    GeoPoint southWest = DrawnStreets.at(0, 0);
    GeoPoint northEast = DrawnStreets.at(1_000, 1_000);

    assertThatThrownBy(() -> new CoverageDrawing(coverage, southWest, northEast, 50))
        .hasMessageContaining("(50.0 m) must be 100 to 5000 m");
    assertThatThrownBy(
            () -> new CoverageDrawing(coverage, new GeoPoint(49, -8), new GeoPoint(60, 2), 100))
        .hasMessageContaining("squares; it may have 1000000");
    assertThatThrownBy(
            () ->
                new CoverageDrawing(coverage, southWest, northEast, 250).geoJson(List.of(240, 120)))
        .hasMessageContaining("(120 s) must be greater");
  }

  private List<Snapped> units(double... easts) {
    List<Snapped> units = new ArrayList<>();
    for (double east : easts) {
      units.add(snap(east));
    }
    return units;
  }

  private Snapped snap(double east) {
    return roads.snap(DrawnStreets.at(east, 0), MODE).orElseThrow();
  }
}
