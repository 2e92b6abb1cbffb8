package org.doorstep.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE: a closure is in every answer at once, for whom and as long as it says. Two roads lead
 * east from a to b: the main road at north 0, by a dual carriageway in its middle, and a lane round
 * by north 2,000.
 */
class ClosureTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  private static final GeoPoint FROM = DrawnStreets.at(0, 0);
  private static final GeoPoint TO = DrawnStreets.at(6_000, 0);

  @TempDir Path folder;
  private RoadNetwork roads;

  @BeforeEach
  void open() throws IOException {
    roads =
        new DrawnStreets()
            .node("o", -500, 0)
            .node("a", 1_000, 0)
            .node("m", 3_000, 0)
            .node("b", 5_000, 0)
            .node("z", 6_500, 0)
            .node("k", 3_000, 25)
            .node("l", 0, 2_000)
            .node("r", 6_000, 2_000)
            .way("o a", "highway=primary")
            .way("a m b", "highway=primary;oneway=yes")
            .way("b k a", "highway=primary;oneway=yes")
            .way("b z", "highway=primary")
            .way("a l", "highway=unclassified")
            .way("l r", "highway=unclassified")
            .way("r b", "highway=unclassified")
            .open(folder);
  }

  @AfterEach
  void close() {
    roads.close();
  }

  @Test
  void publish_roadClosed_isInTableRouteAndStandingAnswers() {
    StandingUnits units = roads.standingUnits(1);
    units.move(0, FROM, Double.NaN);
    StandingUnits.Reader reader = units.reader();
    int[] millis = new int[1];
    int before = drive(DrivingMode.BLUE_LIGHT);
    reader.find(TO, DrivingMode.BLUE_LIGHT, millis);
    assertThat(millis[0]).isEqualTo(before);

    RoutingMetric metric = publish(closure(new ClosedPlace.Point(DrawnStreets.at(2_000, 0)), 0));

    int after = drive(DrivingMode.BLUE_LIGHT);
    assertThat(after).isGreaterThan(before);
    assertThat(reader.find(TO, DrivingMode.BLUE_LIGHT, millis)).isEqualTo(metric.generation());
    assertThat(millis[0]).isEqualTo(after);
    assertThat(roads.route(FROM, TO, DrivingMode.BLUE_LIGHT).orElseThrow())
        .satisfies(route -> assertThat(route.driveMillis()).isEqualTo(after))
        .satisfies(route -> assertThat(route.distanceMeters()).isGreaterThan(8_000));

    publish();
    assertThat(drive(DrivingMode.BLUE_LIGHT)).isEqualTo(before);
  }

  @Test
  void stretch_onADualCarriageway_takesBothCarriageways() {
    Closure closure =
        closure(
            new ClosedPlace.Stretch(
                List.of(DrawnStreets.at(2_000, 10), DrawnStreets.at(4_000, 10))),
            0);
    publish(closure);

    assertThat(driveBetween(TO, FROM)).isGreaterThan(300_000);
    assertThat(driveBetween(FROM, TO)).isGreaterThan(300_000);
    assertThat(roads.closedRoads(closure)).hasSize(2);
  }

  @Test
  void stretch_thatEndsAtJunctions_leavesTheRoadsBeyondOpen() {
    Closure closure =
        closure(
            new ClosedPlace.Stretch(List.of(DrawnStreets.at(1_000, 0), DrawnStreets.at(5_000, 0))),
            0);
    publish(closure);

    assertThat(roads.closedRoads(closure)).hasSize(2);
    assertThat(driveBetween(FROM, DrawnStreets.at(900, 0))).isLessThan(120_000);
  }

  @Test
  void area_aroundOneBend_takesWhatCrossesIt() {
    publish(
        closure(
            new ClosedPlace.Area(
                List.of(
                    DrawnStreets.at(2_900, -100),
                    DrawnStreets.at(3_100, -100),
                    DrawnStreets.at(3_100, 100),
                    DrawnStreets.at(2_900, 100))),
            0));

    assertThat(driveBetween(FROM, TO)).isGreaterThan(300_000);
  }

  @Test
  void slowed_half_takesTwiceAsLongThereAndNowhereElse() {
    int before = drive(DrivingMode.NORMAL);
    publish(closure(new ClosedPlace.Point(DrawnStreets.at(2_000, 0)), 0.5));
    int slowed = drive(DrivingMode.NORMAL);
    publish(closure(new ClosedPlace.Point(DrawnStreets.at(0, 2_000)), 0.5));

    assertThat(slowed).isBetween((int) (before * 1.3), (int) (before * 2.0));
    assertThat(drive(DrivingMode.NORMAL)).isEqualTo(before);
  }

  @Test
  void modes_onlyWithoutBlueLights_leavesTheOthersTheirWay() {
    int normal = drive(DrivingMode.NORMAL);
    int blue = drive(DrivingMode.BLUE_LIGHT);
    publish(
        new Closure(
            "works",
            "Roadworks, passable for emergencies",
            new ClosedPlace.Point(DrawnStreets.at(2_000, 0)),
            0,
            List.of(DrivingMode.NORMAL),
            Optional.empty(),
            Optional.empty(),
            "council"));

    assertThat(drive(DrivingMode.NORMAL)).isGreaterThan(normal);
    assertThat(drive(DrivingMode.BLUE_LIGHT)).isEqualTo(blue);
  }

  @Test
  void holdsAt_itsTimes_fromTheFirstInstantToBeforeTheLast() {
    Closure closure =
        new Closure(
            "event",
            "Carnival",
            new ClosedPlace.Point(DrawnStreets.at(2_000, 0)),
            0,
            List.of(DrivingMode.values()),
            Optional.of(NOON),
            Optional.of(NOON.plusSeconds(60)),
            "council");

    assertThat(closure.holdsAt(NOON.minusMillis(1))).isFalse();
    assertThat(closure.holdsAt(NOON)).isTrue();
    assertThat(closure.holdsAt(NOON.plusSeconds(59))).isTrue();
    assertThat(closure.holdsAt(NOON.plusSeconds(60))).isFalse();
    assertThat(
            RoadConditions.at(NOON.plusSeconds(60), List.of(closure), SpeedSlot.asMapped())
                .sameRoads(RoadConditions.none()))
        .isTrue();
  }

  @Test
  void closureThatCannotBeLaid_isRefusedAndNothingChanges() {
    publish(closure(new ClosedPlace.Point(DrawnStreets.at(2_000, 0)), 0));
    long generation = roads.metric().generation();
    List<ClosedPlace> bad = new ArrayList<>();
    bad.add(new ClosedPlace.Point(DrawnStreets.at(2_000, 1_000)));
    bad.add(new ClosedPlace.Stretch(List.of(FROM, DrawnStreets.at(3_000, 2_900))));
    bad.add(
        new ClosedPlace.Area(
            List.of(
                DrawnStreets.at(2_000, 500),
                DrawnStreets.at(2_100, 500),
                DrawnStreets.at(2_050, 600))));
    bad.add(
        new ClosedPlace.Area(
            List.of(FROM, DrawnStreets.at(1, 1), DrawnStreets.at(1, 0), DrawnStreets.at(0, 1))));
    bad.add(new ClosedPlace.Edges(List.of(99), roads.info().hash()));
    bad.add(new ClosedPlace.Edges(List.of(1), "another map"));

    for (ClosedPlace place : bad) {
      assertThatThrownBy(() -> publish(closure(place, 0)))
          .as(place.toString())
          .isInstanceOf(ClosureFault.class)
          .hasMessageContaining("Closure (test)");
    }
    assertThat(roads.metric().generation()).isEqualTo(generation);
  }

  @Test
  void closureWithBadFields_isRefusedByNameAndRule() {
    ClosedPlace place = new ClosedPlace.Point(FROM);
    assertThatThrownBy(() -> closure(place, 0.01)).hasMessageContaining("speedFactor (0.01)");
    assertThatThrownBy(() -> closure(place, Double.NaN)).hasMessageContaining("speedFactor (NaN)");
    assertThatThrownBy(() -> new ClosedPlace.Stretch(List.of(FROM)))
        .hasMessageContaining("(1) points; it must have 2 to");
    assertThatThrownBy(() -> new ClosedPlace.Area(List.of(FROM, TO)))
        .hasMessageContaining("(2) points; it must have 3 to");
    assertThatThrownBy(
            () ->
                new Closure(
                    "a b",
                    "x",
                    place,
                    0,
                    List.of(DrivingMode.NORMAL),
                    Optional.empty(),
                    Optional.empty(),
                    "y"))
        .hasMessageContaining("id (a b)");
    assertThatThrownBy(
            () ->
                new Closure(
                    "a", "x", place, 0, List.of(), Optional.of(NOON), Optional.of(NOON), "y"))
        .isInstanceOf(ClosureFault.class);
  }

  @Test
  void placeOnAClosedRoad_isPutOntoTheNearestOpenOne() {
    GeoPoint home = DrawnStreets.at(2_000, 0);
    publish(closure(new ClosedPlace.Point(home), 0));

    Snapped snapped = roads.snap(home, DrivingMode.BLUE_LIGHT).orElseThrow();

    assertThat(snapped.distanceMeters()).isBetween(5.0, 40.0);
  }

  @Test
  void placeSnappedBeforeItsRoadWasClosed_isStillReached() {
    Snapped from = roads.snap(FROM, DrivingMode.BLUE_LIGHT).orElseThrow();
    Snapped home = roads.snap(DrawnStreets.at(2_000, -20), DrivingMode.BLUE_LIGHT).orElseThrow();

    publish(closure(new ClosedPlace.Point(DrawnStreets.at(2_000, 0)), 0));

    assertThat(roads.driveMillis(List.of(from), List.of(home), DrivingMode.BLUE_LIGHT)[0])
        .isLessThan(TravelTimes.UNREACHABLE);
  }

  private static Closure closure(ClosedPlace where, double factor) {
    return new Closure(
        "test",
        "A closure",
        where,
        factor,
        List.of(DrivingMode.values()),
        Optional.empty(),
        Optional.empty(),
        "test");
  }

  private RoutingMetric publish(Closure... closures) {
    return roads.publish(new RoadConditions(NOON, List.of(closures), SpeedSlot.asMapped()));
  }

  private int drive(DrivingMode mode) {
    return roads
        .driveMillis(
            List.of(roads.snap(FROM, mode).orElseThrow()),
            List.of(roads.snap(TO, mode).orElseThrow()),
            mode)[0];
  }

  private int driveBetween(GeoPoint from, GeoPoint to) {
    DrivingMode mode = DrivingMode.BLUE_LIGHT;
    return roads
        .driveMillis(
            List.of(roads.snap(from, mode).orElseThrow()),
            List.of(roads.snap(to, mode).orElseThrow()),
            mode)[0];
  }
}
