package org.doorstep.dispatch.policy.cover;

/**
 * Ranks the free units for one call: those that reach it in time by what they cost together, the
 * drive and the cover that is lost with them; behind them the others, quickest first. A call that
 * nobody reaches in time is not made to wait longer for the sake of cover.
 *
 * <p>Ties go to the shorter drive, then to the lower unit. Kept and used again; one thread.
 */
public final class UnitChoice {
  private final int[] unit;
  private final int[] driveMillis;
  private final double[] coverLost;
  private final double[] cost;
  private final boolean[] late;
  private CallTerms terms;
  private long nowMillis;
  private double coverPrice;
  private int count;

  /** Room for so many units. */
  public UnitChoice(int unitsMax) {
    unit = new int[unitsMax];
    driveMillis = new int[unitsMax];
    coverLost = new double[unitsMax];
    cost = new double[unitsMax];
    late = new boolean[unitsMax];
    terms = new CallTerms(0, 1, 0, 1);
  }

  /** Begins with another call, and no unit. */
  public void begin(CallTerms call, long now, Prices prices) {
    terms = call;
    nowMillis = now;
    coverPrice = prices.cover();
    count = 0;
  }

  /**
   * Ranks one more unit among those before it.
   *
   * @param drive its drive to the call, zero or more
   * @param lost {@link ExpectedCover#loss} of the unit
   */
  public void add(int which, int drive, double lost) {
    boolean isLate = terms.isLate(nowMillis + drive);
    double total = cost(terms, nowMillis, drive, lost, coverPrice);
    int at = count;
    while (at > 0 && isBefore(isLate, total, drive, which, at - 1)) {
      unit[at] = unit[at - 1];
      driveMillis[at] = driveMillis[at - 1];
      coverLost[at] = coverLost[at - 1];
      cost[at] = cost[at - 1];
      late[at] = late[at - 1];
      at--;
    }
    unit[at] = which;
    driveMillis[at] = drive;
    coverLost[at] = lost;
    cost[at] = total;
    late[at] = isLate;
    count++;
  }

  private boolean isBefore(boolean isLate, double total, int drive, int which, int at) {
    if (isLate != late[at]) {
      return late[at];
    }
    if (!isLate && total != cost[at]) {
      return total < cost[at];
    }
    return drive != driveMillis[at] ? drive < driveMillis[at] : which < unit[at];
  }

  /** What sending a unit costs in all, in late calls. */
  static double cost(CallTerms call, long now, int drive, double lost, double coverPrice) {
    return call.cost(now + drive) + coverPrice * lost;
  }

  /** How many units are ranked. */
  public int count() {
    return count;
  }

  /** The unit of a rank, from 0. */
  public int unit(int rank) {
    return unit[rank];
  }

  /** Its drive. */
  public int driveMillis(int rank) {
    return driveMillis[rank];
  }

  /** The share of demand that is uncovered when it goes. */
  public double coverLost(int rank) {
    return coverLost[rank];
  }

  /** What sending it costs in late calls: response and cover. */
  public double cost(int rank) {
    return cost[rank];
  }

  /** Whether it would arrive after the target. */
  public boolean isLate(int rank) {
    return late[rank];
  }
}
