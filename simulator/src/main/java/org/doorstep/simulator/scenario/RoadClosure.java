package org.doorstep.simulator.scenario;

import java.util.List;
import java.util.Optional;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** Roads that are closed or slow in the whole of a scenario. */
@Meaning("Roads that are closed or slow all the time.")
public record RoadClosure(
    @Meaning("What people call it.") String name,
    @Meaning("Two points or more along the road.") List<Point> along,
    @Meaning("What is left of the speed, 0.05 to 1; closed if left out.")
        @Bounds(least = 0.05, most = 1)
        Optional<Double> speedFactor) {
  public RoadClosure {
    along = List.copyOf(along);
    if (name.isBlank() || along.size() < 2) {
      throw new IllegalArgumentException(
          "The closure (%s) must have a name and two points or more.".formatted(name));
    }
  }

  /** A point on or near a road. */
  @Meaning("A point on or near a road.")
  public record Point(
      @Meaning("Degrees north.") @Bounds(least = -90, most = 90) double lat,
      @Meaning("Degrees east.") @Bounds(least = -180, most = 180) double lon) {}
}
