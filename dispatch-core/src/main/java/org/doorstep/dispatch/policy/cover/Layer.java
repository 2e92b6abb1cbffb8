package org.doorstep.dispatch.policy.cover;

import java.util.List;

/**
 * One of several reaches by which cover is counted at once: that of the target, and a nearer one,
 * so that where all are in time the quicker counts for more.
 *
 * @param weight of what this reach leaves uncovered beside the others, more than 0, in any unit
 */
public record Layer(Reach reach, double weight) {
  public Layer {
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The weight (%s) of a layer must be finite and more than 0.".formatted(weight));
    }
  }

  /** The reach alone. */
  public static List<Layer> only(Reach reach) {
    return List.of(new Layer(reach, 1));
  }
}
