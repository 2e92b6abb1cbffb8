package org.doorstep.simulator.demo;

import java.time.Duration;
import org.doorstep.simulator.chance.Chance;

/**
 * How long a step takes: lognormal, given by its median and 90th centile as the sources do.
 *
 * @param medianMinutes half of all take longer
 * @param ninetiethMinutes one in ten takes longer
 */
record Lasting(double medianMinutes, double ninetiethMinutes) {
  private static final double NORMAL_90 = 1.2815515655446004;
  private static final double MEDIANS_MAX = 3;
  private static final double MILLIS_PER_MINUTE = 60_000;

  /** One length; none is beyond three medians, so that no crew is gone for a whole demo. */
  Duration draw(Chance chance) {
    double sigma = StrictMath.log(ninetiethMinutes / medianMinutes) / NORMAL_90;
    double factor = StrictMath.min(MEDIANS_MAX, StrictMath.exp(sigma * chance.normal()));
    return Duration.ofMillis((long) (medianMinutes * factor * MILLIS_PER_MINUTE));
  }
}
