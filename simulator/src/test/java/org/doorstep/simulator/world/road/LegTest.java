package org.doorstep.simulator.world.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.doorstep.simulator.world.Towns;
import org.junit.jupiter.api.Test;

/** FEATURE: where a vehicle is on its way back, and between which times its next drive lies. */
class LegTest {
  private static final long SEED = 20_261_126;

  private final Roads roads = Towns.straightRoads();

  @Test
  void drive_ofAMovingUnit_liesBetweenItsBounds() {
    Random random = new Random(SEED);
    for (int i = 0; i < 500; i++) {
      int from = random.nextInt(roads.places().size());
      int base = random.nextInt(roads.places().firstService());
      int to = random.nextInt(roads.places().size());
      long takes = 1 + roads.driveMillis(from, base, false) * 3L / 2;
      Leg leg = Leg.standing(roads, from).on(base, 1_000, 1_000 + takes);
      long now = 1_000 + (long) (random.nextDouble() * takes);
      int drive = leg.driveMillis(to, true, now);

      assertThat(drive)
          .as("leg (%d) of seed (%d)", i, SEED)
          .isGreaterThanOrEqualTo(leg.driveMillisMin(to, true, now) - 2)
          .isLessThanOrEqualTo(leg.driveMillisMax(to, true, now) + 2);
    }
  }

  @Test
  void unit_thatHasArrived_standsAtItsPlace() {
    Leg leg = Leg.standing(roads, 0).on(1, 0, 60_000);

    assertThat(leg.isAtPlace(59_999)).isFalse();
    assertThat(leg.isAtPlace(60_000)).isTrue();
    assertThat(leg.spot(60_000)).isEqualTo(Spot.at(1));
    assertThat(leg.driveMillis(2, false, 60_000)).isEqualTo(roads.driveMillis(1, 2, false));
  }

  @Test
  void unit_sentOnHalfway_beginsWhereItIs() {
    Leg back = Leg.standing(roads, 0).on(1, 0, 100_000);
    Leg onward = back.on(2, 50_000, 150_000);
    int whole = onward.driveMillisMax(2, false, 50_000);

    assertThat((double) whole).isCloseTo(back.driveMillis(2, false, 50_000), within(2.0));
  }
}
