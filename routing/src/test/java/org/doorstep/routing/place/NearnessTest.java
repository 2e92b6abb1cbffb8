package org.doorstep.routing.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.doorstep.routing.GeoPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE: of equal matches the nearest come first, however many there are. */
class NearnessTest {
  private static final int SHOPS = 1_400;
  private static final GeoPoint LAST = at(SHOPS - 1);

  @TempDir Path folder;

  /** Shops of one name on a lattice; the nearest is the last in the file. */
  @Test
  void find_hundredsOfOneName_listsTheNearest() {
    StringBuilder shops = new StringBuilder();
    for (int i = 0; i < SHOPS; i++) {
      GeoPoint at = at(i);
      shops.append(
          String.format(
              Locale.ROOT,
              "<node id=\"%d\" lat=\"%.6f\" lon=\"%.6f\"><tag k=\"shop\" v=\"convenience\"/><tag"
                  + " k=\"name\" v=\"Spar\"/></node>%n",
              1_000 + i,
              at.lat(),
              at.lon()));
    }
    Gazetteer gazetteer = SmallTown.gazetteer(SmallTown.make(folder, shops.toString()));
    List<Double> nearest =
        IntStream.range(0, SHOPS)
            .mapToObj(i -> at(i).distanceMeters(LAST))
            .sorted(Comparator.naturalOrder())
            .limit(10)
            .toList();

    List<Found> found = gazetteer.find("spar", 10, LAST);

    assertThat(found).extracting(it -> it.at().distanceMeters(LAST)).isEqualTo(nearest);
  }

  private static GeoPoint at(int i) {
    int row = i / 25;
    return new GeoPoint(
        Math.round((51.137 + 0.0025 * row) * 1e6) / 1e6,
        Math.round((0.24 + 0.004 * (i % 25)) * 1e6) / 1e6);
  }
}
