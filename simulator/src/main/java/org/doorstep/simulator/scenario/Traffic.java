package org.doorstep.simulator.scenario;

import java.util.List;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** How real drives differ from the tables. */
@Meaning("How real drives differ from the tables.")
public record Traffic(
    @Meaning("How much longer drives take, 24 factors from midnight.")
        @Bounds(least = 0.1, most = 10)
        List<Double> hours,
    @Meaning("How they scatter: the standard deviation of the logarithm.")
        @Bounds(least = 0, most = 2)
        double spread) {
  public Traffic {
    hours = List.copyOf(hours);
    Profile.check("hours of traffic", hours, 24);
  }
}
