package org.doorstep.simulator.statistics;

/**
 * When enough replications have been run: as soon as half the 95 % interval is no more than a share
 * of the mean, or the most have been run.
 *
 * <p>Stopping on what one has seen makes intervals hold a little less often than they say, the more
 * so the fewer were run; hence the least.
 *
 * @param relative wanted half width as a share of the mean, more than 0
 * @param least replications before anything is believed, 2 or more
 * @param most replications whatever is seen, no less than {@code least}
 */
public record Precision(double relative, int least, int most) {
  public Precision {
    if (!(relative > 0)) {
      throw new IllegalArgumentException(
          "The relative precision (%s) must be more than 0.".formatted(relative));
    }
    if (least < 2 || most < least) {
      throw new IllegalArgumentException(
          "The replications (%d to %d) must be 2 at least, and no fewer at most."
              .formatted(least, most));
    }
  }

  /** Whether no more replications are needed. */
  public boolean isReached(Interval interval) {
    return interval.count() >= most
        || (interval.count() >= least && interval.relativePrecision() <= relative);
  }
}
