package org.doorstep.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.Route;
import org.junit.jupiter.api.Test;

/** FEATURE: a vehicle is where its driving time has brought it, along the line of the road. */
class DriveTest {
  private static final Instant START = Instant.parse("2026-11-25T09:00:00Z");

  // East one part, then north three parts of the same length.
  private static final List<GeoPoint> LINE =
      List.of(new GeoPoint(0, 0), new GeoPoint(0, 0.01), new GeoPoint(0.03, 0.01));
  private static final Drive DRIVE = Drive.along(new Route(LINE, 400_000, 4_448), START, 10);

  @Test
  void along_speedTen_takesATenth() {
    assertThat(DRIVE.endsAt()).isEqualTo(START.plusSeconds(40));
  }

  @Test
  void at_beforeStart_isFirstPoint() {
    assertThat(DRIVE.at(START.minusSeconds(5))).isEqualTo(LINE.get(0));
  }

  @Test
  void at_afterEnd_isLastPoint() {
    assertThat(DRIVE.at(START.plusSeconds(41))).isEqualTo(LINE.get(2));
  }

  @Test
  void at_halfTime_isHalfTheWayRoundTheCorner() {
    GeoPoint half = DRIVE.at(START.plusSeconds(20));

    assertThat(half.lat()).isCloseTo(0.01, within(1e-6));
    assertThat(half.lon()).isCloseTo(0.01, within(1e-9));
  }

  @Test
  void at_noLength_isThere() {
    Drive nowhere = new Drive(List.of(LINE.get(0), LINE.get(0)), START, Duration.ZERO);

    assertThat(nowhere.at(START)).isEqualTo(LINE.get(0));
  }
}
