package org.doorstep.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/**
 * FEATURE: a vehicle is put onto the road it drives on. A dual carriageway runs east at north 0 and
 * west at north 24, joined at both ends 4 km apart; a lane crosses it by a bridge at east 2,000.
 */
class SnappingTest {
  private static final DrivingMode MODE = DrivingMode.BLUE_LIGHT;
  private static final double EAST = 90;
  private static final double WEST = 270;

  @TempDir Path folder;
  private RoadNetwork roads;
  private RoadFinder finder;

  @BeforeEach
  void open() throws IOException {
    roads =
        new DrawnStreets()
            .node("a", 0, 0)
            .node("b", 4_000, 0)
            .node("c", 4_000, 24)
            .node("d", 0, 24)
            .node("s", 2_000, -900)
            .node("n", 2_000, 900)
            .node("w", -900, 900)
            .way("a b", "highway=trunk;oneway=yes")
            .way("c d", "highway=trunk;oneway=yes")
            .way("b c", "highway=primary")
            .way("d a", "highway=primary")
            .way("s n", "highway=unclassified;bridge=yes;layer=1")
            .way("n w", "highway=unclassified")
            .way("w d", "highway=unclassified")
            .way("s a", "highway=unclassified")
            .open(folder);
    finder = roads.finder();
  }

  @AfterEach
  void close() {
    roads.close();
  }

  @Test
  void find_fixNearerToTheOtherCarriageway_followsTheCourse() {
    // 15 m north of the eastbound carriageway, and 9 m south of the westbound one.
    assertThat(roadUnder(1_000, 15, EAST, RoadFinder.NO_EDGE)).isEqualTo("eastbound");
    assertThat(roadUnder(1_000, 15, WEST, RoadFinder.NO_EDGE)).isEqualTo("westbound");
    assertThat(roadUnder(1_000, 15, RoadFinder.NO_COURSE, RoadFinder.NO_EDGE))
        .isEqualTo("westbound");
  }

  @Test
  void find_fixUnderABridge_staysOnTheRoadItDrivesAlong() {
    assertThat(roadUnder(2_001, 8, EAST, RoadFinder.NO_EDGE)).isEqualTo("eastbound");
    assertThat(roadUnder(2_004, 2, 0, RoadFinder.NO_EDGE)).isEqualTo("bridge");
  }

  @Test
  void find_standingFixesScatter_staysOnTheRoadItWasOn() {
    assertThat(roadUnder(1_000, 3, RoadFinder.NO_COURSE, RoadFinder.NO_EDGE))
        .isEqualTo("eastbound");
    int before = finder.edge();
    assertThat(roadUnder(1_000, 15, RoadFinder.NO_COURSE, before)).isEqualTo("eastbound");
    assertThat(roadUnder(1_000, 20, RoadFinder.NO_COURSE, before)).isEqualTo("westbound");
  }

  @Test
  void find_farFromAnyRoad_saysSo() {
    GeoPoint far = DrawnStreets.at(0, -5_000);
    assertThat(finder.find(roads.metric(), MODE, far.lat(), far.lon(), EAST, RoadFinder.NO_EDGE))
        .isFalse();
    assertThat(roads.snap(far, MODE)).isEmpty();
    assertThat(roads.standingUnits(1).move(0, far, Double.NaN)).isFalse();
  }

  @Test
  void standingUnit_onADualCarriageway_isNotTurnedAround() {
    StandingUnits units = roads.standingUnits(2);
    units.move(0, DrawnStreets.at(1_000, 9), EAST);
    units.move(1, DrawnStreets.at(1_000, 9), WEST);
    int[] millis = new int[2];

    // To a place just behind the eastbound unit it drives to the end and back, 6 km more.
    units.reader().find(DrawnStreets.at(900, 0), MODE, millis);
    int toTheEnd = millis[0];
    units.reader().find(DrawnStreets.at(1_100, 0), MODE, millis);
    assertThat(millis[0]).isLessThan(10_000);
    assertThat(toTheEnd).isGreaterThan(200_000);
    assertThat(millis[1]).isGreaterThan(millis[0]);
  }

  @Test
  void standingUnit_onATwoWayRoad_paysForTurningRound() {
    StandingUnits units = roads.standingUnits(1);
    int[] millis = new int[1];
    units.move(0, DrawnStreets.at(2_000, 500), 0);
    units.reader().find(DrawnStreets.at(2_000, 400), MODE, millis);
    int behind = millis[0];
    units.reader().find(DrawnStreets.at(2_000, 600), MODE, millis);
    int ahead = millis[0];
    units.move(0, DrawnStreets.at(2_000, 500), RoadFinder.NO_COURSE);
    units.reader().find(DrawnStreets.at(2_000, 400), MODE, millis);

    assertThat(behind - TurnRule.usual(MODE).turnRoundMillis()).isBetween(ahead - 50, ahead + 50);
    assertThat(millis[0]).isBetween(ahead - 50, ahead + 50);
  }

  /** The finder's slow twin looks at every edge. */
  @Test
  void find_anywhere_isTheNearestOfAllRoads() {
    Random random = new Random(20_261_126);
    for (int i = 0; i < 2_000; i++) {
      GeoPoint at =
          DrawnStreets.at(
              -1_000 + 5_500 * random.nextDouble(), -1_000 + 2_200 * random.nextDouble());
      assertThat(
              finder.find(
                  roads.metric(),
                  MODE,
                  at.lat(),
                  at.lon(),
                  RoadFinder.NO_COURSE,
                  RoadFinder.NO_EDGE))
          .isTrue();
      assertThat(finder.distanceMeters()).isCloseTo(nearestOfAll(at), offset(0.01));
    }
  }

  private double nearestOfAll(GeoPoint at) {
    double shrink = Math.cos(Math.toRadians(at.lat()));
    double least = Double.MAX_VALUE;
    RoadGraph graph = roads.roads();
    for (int edge = 0; edge < graph.edgeCount(); edge++) {
      for (int p = graph.firstPoint(edge) + 1; p < graph.endPoint(edge); p++) {
        LineSegment segment =
            new LineSegment(
                graph.lon(p - 1) * shrink, graph.lat(p - 1), graph.lon(p) * shrink, graph.lat(p));
        least = Math.min(least, segment.distance(new Coordinate(at.lon() * shrink, at.lat())));
      }
    }
    return least * EdgeGrid.METERS_PER_DEGREE;
  }

  private String roadUnder(double east, double north, double course, int before) {
    GeoPoint at = DrawnStreets.at(east, north);
    assertThat(finder.find(roads.metric(), MODE, at.lat(), at.lon(), course, before)).isTrue();
    RoadGraph graph = roads.roads();
    int edge = finder.edge();
    double first = graph.lat(graph.firstPoint(edge));
    double last = graph.lat(graph.endPoint(edge) - 1);
    if (Math.abs(first - last) > 0.005) {
      return "bridge";
    }
    return first < DrawnStreets.at(0, 12).lat() ? "eastbound" : "westbound";
  }
}
