package org.doorstep.routing;

import java.nio.file.Path;
import java.util.Optional;
import org.doorstep.routing.westkent.WestKentMap;

/** The made-up West Kent, made once for all tests of a run and left open until its end. */
public final class SyntheticWestKent {
  private static Optional<RoadNetwork> roads = Optional.empty();

  private SyntheticWestKent() {}

  public static synchronized RoadNetwork roads() {
    if (roads.isEmpty()) {
      Path folder = Path.of("target", "west-kent-test-map");
      WestKentMap.make(folder, progress -> {});
      roads = Optional.of(RoadNetwork.open(folder));
    }
    return roads.orElseThrow();
  }
}
