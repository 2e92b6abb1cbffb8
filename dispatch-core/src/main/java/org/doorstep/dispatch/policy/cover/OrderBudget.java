package org.doorstep.dispatch.policy.cover;

/**
 * Keeps the orders that crews get near what they are allowed: each order makes the next dearer,
 * each hour without makes it cheaper. The price finds its own level, and what is ordered is what is
 * worth most. One thread.
 *
 * <p>An integral controller on the logarithm of a factor. The factor is bounded, so that a quiet
 * night does not save up for a morning of too many orders, nor a storm forbid them for days.
 */
public final class OrderBudget {
  /** So much does one order more than allowed raise the price, as a share of it. */
  private static final double STEP = 0.02;

  /** The logarithm of the factor lies within so much of zero: about a seventh to seven. */
  private static final double LOG_MAX = 2;

  private final double ordersPerUnitHour;
  private double log;

  /**
   * A budget.
   *
   * @param ordersPerUnitHour allowed on average, zero or more; infinite sets no limit
   */
  public OrderBudget(double ordersPerUnitHour) {
    if (!(ordersPerUnitHour >= 0)) {
      throw new IllegalArgumentException(
          "The orders (%s) per unit and hour must be zero or more.".formatted(ordersPerUnitHour));
    }
    this.ordersPerUnitHour = ordersPerUnitHour;
  }

  /**
   * Takes note of what has been.
   *
   * @param unitHours that all crews together have worked since the last time, zero or more
   * @param orders that they have been given in it
   */
  public void note(double unitHours, int orders) {
    if (ordersPerUnitHour < Double.POSITIVE_INFINITY) {
      double over = orders - ordersPerUnitHour * unitHours;
      log = Math.max(-LOG_MAX, Math.min(LOG_MAX, log + STEP * over));
    }
  }

  /** Goes on from where another budget is. */
  public void resume(OrderBudget other) {
    log = other.log;
  }

  /** What the prices of orders are multiplied by; 1 at first. */
  public double factor() {
    return StrictMath.exp(log);
  }
}
