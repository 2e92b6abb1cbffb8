package org.doorstep.dispatch.policy.area;

import java.util.Optional;
import org.doorstep.dispatch.policy.cover.CoverPolicy;
import org.doorstep.dispatch.policy.urgency.DispatchRules;

/**
 * What an area decides by. Immutable; a change of rules or roads makes another.
 *
 * @param hash SHA-256 of all that is in it, in hexadecimal, as its keeper has made it: two models
 *     of one hash decide alike
 * @param weighing what is weighed; empty: whoever is closest is sent, and nothing else counts
 */
public record AreaModel(String hash, Optional<Weighing> weighing) {
  /** Whoever is closest is sent. */
  public static final AreaModel CLOSEST = new AreaModel("0".repeat(64), Optional.empty());

  /**
   * What is weighed.
   *
   * @param rules the area's own
   * @param cover the ground of its cover and how it is counted; empty: cover is left aside
   */
  public record Weighing(DispatchRules rules, StageLaws stages, Optional<Cover> cover) {}

  /**
   * Cover, and how it is counted.
   *
   * @param policy prices and limits of moves, and the law of cover, fitted to the load of the hour
   */
  public record Cover(CoverGround ground, CoverPolicy policy) {}
}
