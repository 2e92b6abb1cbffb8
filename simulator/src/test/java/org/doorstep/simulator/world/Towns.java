package org.doorstep.simulator.world;

import org.doorstep.simulator.file.Source;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.world.road.Roads;

/** The small town of the tests, for tests of its parts. */
public final class Towns {
  private Towns() {}

  /** The scenario with changes. */
  public static Scenario with(String... changes) {
    return Town.with(changes);
  }

  /** A scenario file that may stand on the small town. */
  public static Scenario read(String text) {
    return Town.read(new Source("test", text));
  }

  /** Its roads. */
  public static Roads straightRoads() {
    return Roads.straight(Town.with("name: straight"), Town.KILOMETERS_PER_HOUR);
  }
}
