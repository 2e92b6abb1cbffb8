package org.doorstep.simulator.matrix;

import org.doorstep.dispatch.policy.cover.FreeSoon;
import org.doorstep.simulator.chance.Chance;

/**
 * Minutes that are lognormal but for a shift: {@code loc + scale * exp(shape * Z)}, Z standard
 * normal; what falls below zero or above the cut is drawn again.
 */
record CutLognormal(double shape, double loc, double scale, double cut) {
  private static final int DRAWS_MAX = 1_000;

  /** A desk has seen so many jobs. */
  private static final int JOBS_SEEN = 20_000;

  private static final long TABLE_SEED = 1;

  double draw(Chance chance) {
    for (int draw = 0; draw < DRAWS_MAX; draw++) {
      double minutes = loc + scale * StrictMath.exp(shape * chance.normal());
      if (minutes >= 0 && minutes <= cut) {
        return minutes;
      }
    }
    throw new IllegalStateException("The law (%s) hardly ever gives a time.".formatted(this));
  }

  /** What a desk can know of it: durations that were seen. */
  FreeSoon seen() {
    Chance chance = Chance.of(TABLE_SEED, "seen");
    double[] minutes = new double[JOBS_SEEN];
    for (int i = 0; i < JOBS_SEEN; i++) {
      minutes[i] = draw(chance);
    }
    return FreeSoon.ofDurations(minutes);
  }
}
