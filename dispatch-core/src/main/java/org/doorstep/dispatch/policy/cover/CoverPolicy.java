package org.doorstep.dispatch.policy.cover;

/**
 * Rules that fit themselves to the load and to what crews can bear, so that the same numbers serve
 * a quiet night and a busy evening, a small fleet and a large one.
 *
 * <p>Cover is dear where many calls come while a unit is away; a free unit is soon taken where many
 * calls come to few free units; and an order is dear when crews have had many (see {@link
 * OrderBudget}).
 *
 * @param rules all that does not depend on the load; its price of cover and its busy share are
 *     those of a typical hour, and are replaced
 * @param takenFactor how many of the calls that come within the horizon count as taking one of the
 *     free units first, more than 0; 1 by the letter
 * @param exposureMinutes how long a unit that is sent leaves its zones exposed, more than 0: the
 *     price of cover is as many calls as come meanwhile
 * @param ordersPerUnitHour the orders that a crew may get on average, to move or to another call,
 *     zero or more; infinite sets no limit
 * @param onTheWay where a free unit that drives counts: true, where it will be at the horizon;
 *     false, where it drives to. The caller gives places accordingly, see {@link PostDrives}
 */
public record CoverPolicy(
    CoverRules rules,
    double takenFactor,
    double exposureMinutes,
    double ordersPerUnitHour,
    boolean onTheWay) {
  /** However few units are free for however many calls, one of them may be left. */
  public static final double BUSY_SHARE_MAX = 0.8;

  /** Each crew gets at most about one and a half orders in twelve hours. */
  public static final CoverPolicy FEW_MOVES =
      new CoverPolicy(CoverRules.FEW_MOVES, 0.93, 60, 0.12, false);

  /** Units are moved whenever it helps. */
  public static final CoverPolicy MANY_MOVES =
      new CoverPolicy(CoverRules.MANY_MOVES, 0.75, 12, Double.POSITIVE_INFINITY, true);

  private static final double MINUTES_PER_MILLI = 1 / 60_000.0;

  public CoverPolicy {
    if (!(takenFactor > 0 && takenFactor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The factor (%s) of units taken must be finite and more than 0.".formatted(takenFactor));
    }
    if (!(exposureMinutes > 0 && exposureMinutes < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The exposure (%s minutes) must be finite and more than 0.".formatted(exposureMinutes));
    }
    if (!(ordersPerUnitHour >= 0)) {
      throw new IllegalArgumentException(
          "The orders (%s) per unit and hour must be zero or more.".formatted(ordersPerUnitHour));
    }
  }

  /**
   * The busy share of an hour: q in {@link ExpectedCover}.
   *
   * @param callsPerMinute that come, zero or more
   * @param freeUnits how many units are expected to be free within the horizon
   */
  public double busyShare(double callsPerMinute, double freeUnits) {
    double calls = takenFactor * callsPerMinute * rules.law().horizonMillis() * MINUTES_PER_MILLI;
    double taken = 1 - StrictMath.exp(-calls / Math.max(1, freeUnits));
    return Math.max(CoverRules.BUSY_SHARE_MIN, Math.min(BUSY_SHARE_MAX, taken));
  }

  /**
   * The rules of an hour.
   *
   * @param callsPerMinute that come, zero or more
   * @param orderFactor {@link OrderBudget#factor}; 1 where no budget is kept
   */
  public CoverRules at(double callsPerMinute, double orderFactor) {
    Prices prices = rules.prices();
    return rules.with(
        prices
            .withCover(exposureMinutes * callsPerMinute)
            .withOrders(prices.exchange() * orderFactor, prices.move() * orderFactor));
  }
}
