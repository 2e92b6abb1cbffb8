package org.doorstep.dispatch.policy.cover;

import java.util.List;

/**
 * What is meant by cover.
 *
 * @param horizonMillis tau: how far one looks ahead; a unit counts by the probability of being free
 *     by then, at the place where it will be. More than 0; more than a drive within the target and
 *     less than a job
 * @param busyShare q: the probability that a unit that is free is taken by another call first, from
 *     0.01 to less than 1
 * @param layers what counts as covered: one reach, or several with their weights
 */
public record CoverLaw(int horizonMillis, double busyShare, List<Layer> layers) {
  public CoverLaw {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("Cover must have a reach.");
    }
    if (horizonMillis <= 0) {
      throw new IllegalArgumentException(
          "The horizon (%d ms) of cover must be more than 0.".formatted(horizonMillis));
    }
    requireBusyShare(busyShare);
  }

  /** Cover by one reach. */
  public CoverLaw(int horizonMillis, double busyShare, Reach reach) {
    this(horizonMillis, busyShare, Layer.only(reach));
  }

  static void requireBusyShare(double busyShare) {
    if (!(busyShare >= CoverRules.BUSY_SHARE_MIN && busyShare < 1)) {
      throw new IllegalArgumentException(
          "The busy share (%s) of cover must be from %s to less than 1."
              .formatted(busyShare, CoverRules.BUSY_SHARE_MIN));
    }
  }
}
