package org.doorstep.dispatch.shell.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.Instant;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.UnitId;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** FEATURE: the last fix of a unit counts, and which way it was going between the last two. */
class PositionsTest {
  private static final UnitId A1 = new UnitId("A1");
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  // Fixes are written by flush only, which is not called here.
  private final Positions positions = new Positions(new PGSimpleDataSource(), new AreaId("AREA"));

  @Test
  void course_ofAUnitThatMoves_isThatBetweenItsLastTwoFixes() {
    assertThat(positions.courseDegrees(A1)).isNaN();
    take(51.2, 0.3, 0);
    assertThat(positions.courseDegrees(A1)).isNaN();
    take(51.201, 0.3, 5);
    assertThat(positions.courseDegrees(A1)).isCloseTo(0, offset(0.1));
    take(51.201, 0.301, 10);
    assertThat(positions.courseDegrees(A1)).isCloseTo(90, offset(0.1));
  }

  @Test
  void course_ofAUnitThatStands_isNone() {
    take(51.2, 0.3, 0);
    take(51.201, 0.3, 5);
    take(51.20105, 0.3, 10);

    assertThat(positions.courseDegrees(A1)).isNaN();
  }

  @Test
  void fix_olderOrHeardAgain_changesNothing() {
    take(51.2, 0.3, 0);
    take(51.201, 0.3, 5);
    take(51.3, 0.4, 2);
    take(51.201, 0.3, 5);

    assertThat(positions.find(A1)).contains(fix(51.201, 0.3, 5));
    assertThat(positions.courseDegrees(A1)).isCloseTo(0, offset(0.1));
    assertThat(positions.list()).hasSize(1);
  }

  private void take(double lat, double lon, int second) {
    positions.take(fix(lat, lon, second));
  }

  private static Fix fix(double lat, double lon, int second) {
    return new Fix(A1, new Position(lat, lon), NOON.plusSeconds(second));
  }
}
