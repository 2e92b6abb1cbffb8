package org.doorstep.dispatch.policy.cover;

/** Where the next call comes from: the share of each zone, together 1. Immutable. */
public final class Demand {
  private final double[] share;

  private Demand(double[] share) {
    this.share = share;
  }

  /**
   * In proportion to weights of any unit, for example calls in an hour.
   *
   * @param weights by zone; each finite and zero or more, one at least more than zero
   */
  public static Demand of(double[] weights) {
    double sum = 0;
    for (int zone = 0; zone < weights.length; zone++) {
      if (!(weights[zone] >= 0 && weights[zone] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "The weight (%s) of the zone (%d) must be finite and zero or more."
                .formatted(weights[zone], zone));
      }
      sum += weights[zone];
    }
    if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The weights of the (%d) zones must have a finite sum (%s) above zero."
              .formatted(weights.length, sum));
    }
    double[] share = new double[weights.length];
    for (int zone = 0; zone < share.length; zone++) {
      share[zone] = weights[zone] / sum;
    }
    return new Demand(share);
  }

  /** How many zones there are. */
  public int zones() {
    return share.length;
  }

  /** The share of a zone, from 0 to 1. */
  public double share(int zone) {
    return share[zone];
  }
}
