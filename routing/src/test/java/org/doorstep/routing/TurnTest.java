package org.doorstep.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE: forbidden turns are kept to without blue lights, and by the operator's switch with them.
 * A road runs east through a crossing; the way to the left there is forbidden, and a way round
 * joins the road on the left behind the next junction.
 */
class TurnTest {
  private static final GeoPoint FROM = DrawnStreets.at(-400, 0);
  private static final GeoPoint TO = DrawnStreets.at(0, 300);

  @TempDir Path folder;

  private static DrawnStreets crossing() {
    return new DrawnStreets()
        .node("w", -500, 0)
        .node("x", 0, 0)
        .node("e", 100, 0)
        .node("n", 0, 500)
        .node("s", 0, -500)
        .node("f", 100, 500)
        .way("w x", "highway=secondary")
        .way("x e", "highway=secondary")
        .way("x n", "highway=secondary")
        .way("e f", "highway=secondary")
        .way("f n", "highway=secondary");
  }

  @Test
  void bannedTurn_normalMode_goesRoundAndBlueLightDoesNot() throws IOException {
    try (RoadNetwork roads = crossing().ban("no_left_turn", 1, "x", 3).open(folder)) {
      assertThat(meters(roads, DrivingMode.BLUE_LIGHT)).isBetween(690.0, 710.0);
      // On to the next junction, round there at a price, back and right.
      assertThat(meters(roads, DrivingMode.NORMAL)).isGreaterThan(850);
      assertThat(millis(roads, DrivingMode.NORMAL))
          .isGreaterThan(millis(roads, DrivingMode.BLUE_LIGHT));
    }
  }

  @Test
  void bannedTurn_blueLightThatKeepsToSigns_goesRoundToo() throws IOException {
    Map<DrivingMode, TurnRule> rules = Map.of(DrivingMode.BLUE_LIGHT, new TurnRule(true, 20_000));
    try (RoadNetwork roads = crossing().ban("no_left_turn", 1, "x", 3).open(folder, rules)) {
      assertThat(meters(roads, DrivingMode.BLUE_LIGHT)).isGreaterThan(850);
    }
  }

  @Test
  void onlyStraightOn_normalMode_forbidsAllOtherTurns() throws IOException {
    DrawnStreets streets = crossing().way("s x", "highway=secondary");
    try (RoadNetwork roads = streets.ban("only_straight_on", 1, "x", 2).open(folder)) {
      assertThat(meters(roads, DrivingMode.NORMAL)).isGreaterThan(850);
      assertThat(roads.route(FROM, DrawnStreets.at(0, -300), DrivingMode.NORMAL).orElseThrow())
          .satisfies(route -> assertThat(route.distanceMeters()).isGreaterThan(850));
    }
  }

  @Test
  void noBan_anyMode_turnsFreelyAndOpensNoJunction() throws IOException {
    try (RoadNetwork roads = crossing().open(folder)) {
      assertThat(meters(roads, DrivingMode.NORMAL)).isBetween(690.0, 710.0);
      assertThat(roads.metric().turns().graph().nodeCount()).isEqualTo(roads.roads().nodeCount());
    }
  }

  @Test
  void turningRoundBehindABan_costsWhatTheRuleSays() throws IOException {
    Map<DrivingMode, TurnRule> cheap = Map.of(DrivingMode.NORMAL, new TurnRule(true, 0));
    Map<DrivingMode, TurnRule> dear = Map.of(DrivingMode.NORMAL, new TurnRule(true, 600_000));
    int least;
    try (RoadNetwork roads = crossing().ban("no_left_turn", 1, "x", 3).open(folder, cheap)) {
      assertThat(meters(roads, DrivingMode.NORMAL)).isBetween(890.0, 910.0);
      least = millis(roads, DrivingMode.NORMAL);
    }
    try (RoadNetwork roads = RoadNetwork.open(folder.resolve("map"), dear)) {
      // Now the whole way round is better than to turn.
      assertThat(millis(roads, DrivingMode.NORMAL)).isGreaterThan(least);
      assertThat(meters(roads, DrivingMode.NORMAL)).isBetween(1_280.0, 1_320.0);
    }
  }

  @Test
  void rule_timeOutOfRange_isRefused() {
    assertThatThrownBy(() -> new TurnRule(true, -1)).hasMessageContaining("(-1 ms)");
    assertThatThrownBy(() -> new TurnRule(true, 600_001)).hasMessageContaining("[0, 600000]");
  }

  private static double meters(RoadNetwork roads, DrivingMode mode) {
    return roads.route(FROM, TO, mode).orElseThrow().distanceMeters();
  }

  private static int millis(RoadNetwork roads, DrivingMode mode) {
    return roads.route(FROM, TO, mode).orElseThrow().driveMillis();
  }
}
