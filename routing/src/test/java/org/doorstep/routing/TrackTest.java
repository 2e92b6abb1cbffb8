package org.doorstep.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** FEATURE: where a vehicle is on its way at any time, and what is left from there. */
class TrackTest {
  private static final long SEED = 20_261_126;
  private static final int PAIRS = 60;
  private static final int ROUNDING_MILLIS = 4;

  private final RoadNetwork roads = SyntheticWestKent.roads();

  @Test
  void time_ofRandomPairs_isThatOfTheTable() {
    Random random = new Random(SEED);
    for (int i = 0; i < PAIRS; i++) {
      for (DrivingMode mode : DrivingMode.values()) {
        Snapped from = anywhere(random, mode);
        Snapped to = anywhere(random, mode);
        int table = roads.driveMillis(List.of(from), List.of(to), mode)[0];
        Optional<Track> track = roads.track(from, to, mode);
        assertThat(track.map(Track::driveMillis).orElse(TravelTimes.UNREACHABLE))
            .as("pair (%d) of seed (%d), %s", i, SEED, mode)
            .isEqualTo(table);
      }
    }
  }

  @Test
  void rest_fromAnyPosition_isWhatIsLeftOfTheTime() {
    Random random = new Random(SEED + 1);
    for (int i = 0; i < PAIRS; i++) {
      for (DrivingMode mode : DrivingMode.values()) {
        Snapped from = anywhere(random, mode);
        Snapped to = anywhere(random, mode);
        Track track = roads.track(from, to, mode).orElseThrow();
        int elapsed = random.nextInt(track.driveMillis() + 1);
        int rest = roads.driveMillis(List.of(track.at(elapsed)), List.of(to), mode)[0];
        assertThat((double) rest)
            .as("pair (%d) of seed (%d), %s, after %d ms", i, SEED + 1, mode, elapsed)
            .isCloseTo(track.driveMillis() - elapsed, within((double) ROUNDING_MILLIS));
      }
    }
  }

  @Test
  void positions_beforeAndAfterTheWay_areItsEnds() {
    Random random = new Random(SEED + 2);
    Snapped from = anywhere(random, DrivingMode.NORMAL);
    Snapped to = anywhere(random, DrivingMode.NORMAL);
    Track track = roads.track(from, to, DrivingMode.NORMAL).orElseThrow();

    assertThat(track.at(-1).onRoad().distanceMeters(from.onRoad())).isLessThan(1);
    assertThat(track.at(track.driveMillis() + 1).onRoad().distanceMeters(to.onRoad()))
        .isLessThan(1);
  }

  private Snapped anywhere(Random random, DrivingMode mode) {
    MapInfo map = roads.info();
    Optional<Snapped> found = Optional.empty();
    while (found.isEmpty()) {
      double lat = map.south() + random.nextDouble() * (map.north() - map.south());
      double lon = map.west() + random.nextDouble() * (map.east() - map.west());
      found = roads.snap(new GeoPoint(lat, lon), mode);
    }
    return found.get();
  }
}
