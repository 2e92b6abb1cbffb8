package org.doorstep.simulator.world.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.doorstep.simulator.world.Towns;
import org.doorstep.simulator.world.WestKentRoads;
import org.junit.jupiter.api.Test;

/** FEATURE: drives on a map, from places and from vehicles on their way. */
class MapRoadsTest {
  private static final long SEED = 20_261_126;
  private static final int ROUNDING_MILLIS = 6;

  /** At its base it may leave either way; driving up to it, it would first have to turn round. */
  private static final int TURN_MILLIS = 20_000;

  private final Roads roads =
      Roads.prepare(Towns.with("name: on a map"), WestKentRoads.network(), progress -> {});

  @Test
  void way_betweenPlaces_takesTheTablesTime() {
    Random random = new Random(SEED);
    for (int i = 0; i < 100; i++) {
      int from = place(random);
      int to = place(random);

      assertThat(roads.way(Spot.at(from), to).driveMillis())
          .as("pair (%d) of seed (%d)", i, SEED)
          .isEqualTo(roads.driveMillis(from, to, false));
    }
  }

  @Test
  void rest_ofAWay_isWhatIsLeft() {
    Random random = new Random(SEED + 1);
    for (int i = 0; i < 100; i++) {
      int to = place(random);
      Way way = roads.way(Spot.at(place(random)), to);
      int driven = random.nextInt(way.driveMillis() + 1);

      assertThat((double) roads.driveMillis(way.after(driven), to, false))
          .as("pair (%d) of seed (%d)", i, SEED + 1)
          .isCloseTo(way.driveMillis() - driven, within((double) ROUNDING_MILLIS));
    }
  }

  @Test
  void drive_ofAMovingUnit_liesBetweenItsBounds_withBlueLightsToo() {
    Random random = new Random(SEED + 2);
    for (int i = 0; i < 300; i++) {
      int from = place(random);
      int base = random.nextInt(roads.places().firstService());
      int to = place(random);
      long takes = 1 + roads.driveMillis(from, base, false) * 6L / 5;
      Leg leg = Leg.standing(roads, from).on(base, 0, takes);
      long now = (long) (random.nextDouble() * takes);
      for (boolean blueLight : new boolean[] {false, true}) {
        assertThat(leg.driveMillis(to, blueLight, now))
            .as("leg (%d) of seed (%d), blue light %s", i, SEED + 2, blueLight)
            .isGreaterThanOrEqualTo(leg.driveMillisMin(to, blueLight, now) - ROUNDING_MILLIS)
            .isLessThanOrEqualTo(
                leg.driveMillisMax(to, blueLight, now) + TURN_MILLIS + ROUNDING_MILLIS);
      }
    }
  }

  /** Places that a road leads to. */
  private int place(Random random) {
    int place = random.nextInt(roads.places().size());
    while (roads.driveMillis(place, 0, false) >= Roads.UNREACHABLE
        || roads.driveMillis(place, 0, true) >= Roads.UNREACHABLE
        || roads.driveMillis(0, place, false) >= Roads.UNREACHABLE) {
      place = random.nextInt(roads.places().size());
    }
    return place;
  }
}
