package org.doorstep.dispatch.policy.cover;

import java.util.List;

/**
 * The parameters of all choices by cover.
 *
 * <p>The presets were tuned on the ground of Utrecht [1] at a target of 12 minutes; how, and what
 * they reach, is in the simulator's {@code DECISIONS.md}. For another ground take the preset that
 * fits the crews, the ground's own {@link Reach}, and a price of cover that is near the number of
 * calls that come while a unit is out on one.
 *
 * <p>[1] Dieleman, Jagtenberg: ELASPY, an electric ambulance simulator. SSRN 4874479, 2024.
 */
public record CoverRules(CoverLaw law, Prices prices, MoveLimits limits) {
  /** No unit is so surely there that its zones could count as covered for good. */
  public static final double BUSY_SHARE_MIN = 0.01;

  private static final int TARGET_MILLIS = 720_000;

  /** Each crew gets about one and a half orders in twelve hours, see {@link CoverPolicy}. */
  public static final CoverRules FEW_MOVES =
      new CoverRules(
          new CoverLaw(840_000, 0.2, layers(Reach.hard(TARGET_MILLIS), Reach.hard(270_000), 0.1)),
          new Prices(0.02, 9, 0.09, 0.109, 0.00025, 0.0018),
          new MoveLimits(1_095_000, 2, 1));

  /** Units are moved whenever it helps. */
  public static final CoverRules MANY_MOVES =
      new CoverRules(
          new CoverLaw(
              540_000,
              0.15,
              layers(new Reach(TARGET_MILLIS, 25_000), new Reach(360_000, 25_000), 0.05)),
          new Prices(0.02, 2, 0.06, 0.002, 0, 0),
          new MoveLimits(1_320_000, 2, 1));

  private static List<Layer> layers(Reach target, Reach near, double weight) {
    return List.of(new Layer(target, 1), new Layer(near, weight));
  }

  /** The same with another meaning of cover. */
  public CoverRules with(CoverLaw other) {
    return new CoverRules(other, prices, limits);
  }

  /** The same at other prices. */
  public CoverRules with(Prices other) {
    return new CoverRules(law, other, limits);
  }

  /** The same within other limits. */
  public CoverRules with(MoveLimits other) {
    return new CoverRules(law, prices, other);
  }
}
