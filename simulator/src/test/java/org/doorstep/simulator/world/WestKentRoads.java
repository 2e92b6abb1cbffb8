package org.doorstep.simulator.world;

import java.nio.file.Path;
import java.util.Optional;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.westkent.WestKentMap;

/** The made-up West Kent, made once for all tests of a run and left open until its end. */
public final class WestKentRoads {
  private static Optional<RoadNetwork> network = Optional.empty();

  private WestKentRoads() {}

  public static synchronized RoadNetwork network() {
    if (network.isEmpty()) {
      Path folder = Path.of("target", "west-kent-test-map");
      WestKentMap.make(folder, progress -> {});
      network = Optional.of(RoadNetwork.open(folder));
    }
    return network.orElseThrow();
  }

  /** The same map, opened anew: for whoever closes roads in it, or closes it. */
  public static RoadNetwork another() {
    return RoadNetwork.open(network().folder());
  }
}
