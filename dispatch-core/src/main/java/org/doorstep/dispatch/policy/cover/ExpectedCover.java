package org.doorstep.dispatch.policy.cover;

import java.util.Arrays;

/**
 * The share of demand that no unit would reach, given where each unit will be and how surely it
 * will be free. One thread; kept and used again, it makes no garbage.
 *
 * <p>With d(x) the demand of a zone, p(u) where a unit stands, pi(u) the probability that it is
 * free within the horizon, g the reach, and q the busy share (the probability that another call
 * takes it first), uncovered is
 *
 * <pre>V = sum over x of d(x) * product over u of [1 - (1 - q) * pi(u) * g(p(u), x)]</pre>
 *
 * <p>and where the table has several layers, the mean of their V by their weights; as in the
 * maximum expected covering location problem [1], with known states in place of one busy share for
 * all [2]. The product is kept for each zone; a unit that comes or goes multiplies or divides those
 * that its place covers, and a question costs as many steps as that place covers zones. Every
 * factor is at least q, which is more than zero, so that division is safe. Rounding adds up over
 * thousands of changes only: {@link #clear} before each decision.
 *
 * <p>[1] Daskin: A Maximum Expected Covering Location Model. Transportation Science 1983. [2]
 * Jagtenberg, Bhulai, van der Mei: An Efficient Heuristic for Real-Time Ambulance Redeployment.
 * Operations Research for Health Care 2015.
 */
public final class ExpectedCover {
  private static final int NOWHERE = -1;

  private final CoverTable table;
  private Demand demand;
  private final double[] columns;
  private final double[] uncovered;
  private final int[] placeOf;
  private final double[] chanceOf;
  private final double[] aside;
  private double ready;

  /**
   * Cover with no unit in it.
   *
   * @param busyShare q, from {@link CoverRules#BUSY_SHARE_MIN} to less than 1
   * @param units how many there may be; they are indexes from 0
   */
  public ExpectedCover(CoverTable table, Demand demand, double busyShare, int units) {
    this.table = table;
    this.demand = demand;
    columns = new double[table.columns()];
    uncovered = new double[table.columns()];
    placeOf = new int[units];
    chanceOf = new double[units];
    aside = new double[table.coveredMax()];
    spread();
    clear(demand, busyShare);
  }

  private void spread() {
    for (int column = 0; column < columns.length; column++) {
      columns[column] = table.demand(demand, column);
    }
  }

  /** Takes all units out. */
  public void clear() {
    System.arraycopy(columns, 0, uncovered, 0, columns.length);
    Arrays.fill(placeOf, NOWHERE);
  }

  /** Takes all units out, and goes on with another hour's demand and load. */
  public void clear(Demand hour, double busyShare) {
    if (hour.zones() != table.zones()) {
      throw new IllegalArgumentException(
          "The demand of (%d) zones does not belong to a table of (%d)."
              .formatted(hour.zones(), table.zones()));
    }
    CoverLaw.requireBusyShare(busyShare);
    if (!hour.equals(demand)) {
      demand = hour;
      spread();
    }
    ready = 1 - busyShare;
    clear();
  }

  /**
   * Counts a unit.
   *
   * @param place where it will stand
   * @param chance pi, the probability that it is free within the horizon, from 0 to 1
   */
  public void put(int unit, int place, double chance) {
    if (placeOf[unit] != NOWHERE) {
      throw new IllegalStateException("The unit (%d) is counted already.".formatted(unit));
    }
    if (!(chance >= 0 && chance <= 1)) {
      throw new IllegalArgumentException(
          "The chance (%s) that the unit (%d) is free must be from 0 to 1."
              .formatted(chance, unit));
    }
    double share = ready * chance;
    int end = table.first(place + 1);
    for (int entry = table.first(place); entry < end; entry++) {
      uncovered[table.zone(entry)] *= 1 - share * table.share(entry);
    }
    placeOf[unit] = place;
    chanceOf[unit] = chance;
  }

  /** Counts a unit no longer. */
  public void take(int unit) {
    int place = placeOf(unit);
    double share = ready * chanceOf[unit];
    int end = table.first(place + 1);
    for (int entry = table.first(place); entry < end; entry++) {
      uncovered[table.zone(entry)] /= 1 - share * table.share(entry);
    }
    placeOf[unit] = NOWHERE;
  }

  /** Whether a unit is counted. */
  public boolean counts(int unit) {
    return placeOf[unit] != NOWHERE;
  }

  /** V: the share of demand that is expected to be reached by none, from 0 to 1. */
  public double uncovered() {
    double sum = 0;
    for (double each : uncovered) {
      sum += each;
    }
    return sum;
  }

  /** By how much V grows when a unit is no longer counted; zero or more. */
  public double loss(int unit) {
    int place = placeOf(unit);
    double share = ready * chanceOf[unit];
    if (table.isHard()) {
      return share / (1 - share) * around(place);
    }
    double sum = 0;
    int end = table.first(place + 1);
    for (int entry = table.first(place); entry < end; entry++) {
      double covered = share * table.share(entry);
      sum += uncovered[table.zone(entry)] * covered / (1 - covered);
    }
    return sum;
  }

  /** By how much V falls when one more unit is counted; zero or more. */
  public double gain(int place, double chance) {
    return ready * chance * around(place);
  }

  /** By how much V falls when a unit is counted at another place; less than zero if it grows. */
  public double moveGain(int unit, int place, double chance) {
    double loss = loss(unit);
    setAside(unit);
    double gain = gain(place, chance);
    putBack(unit);
    return gain - loss;
  }

  /** How surely a unit is counted as free. */
  double chanceOf(int unit) {
    return chanceOf[unit];
  }

  /** The share that such a unit alone takes off what its place covers. */
  double readyOf(double chance) {
    return ready * chance;
  }

  /** Takes a unit out for a moment; nothing else may change until it is put back. */
  void setAside(int unit) {
    int place = placeOf(unit);
    double share = ready * chanceOf[unit];
    int begin = table.first(place);
    int end = table.first(place + 1);
    for (int entry = begin; entry < end; entry++) {
      int zone = table.zone(entry);
      aside[entry - begin] = uncovered[zone];
      uncovered[zone] /= 1 - share * table.share(entry);
    }
  }

  /** Puts back what was set aside, to the last bit. */
  void putBack(int unit) {
    int place = placeOf(unit);
    int begin = table.first(place);
    int end = table.first(place + 1);
    for (int entry = begin; entry < end; entry++) {
      uncovered[table.zone(entry)] = aside[entry - begin];
    }
  }

  /** What is uncovered of the zones that a place covers, each by its share. */
  double around(int place) {
    double sum = 0;
    int end = table.first(place + 1);
    for (int entry = table.first(place); entry < end; entry++) {
      sum += uncovered[table.zone(entry)] * table.share(entry);
    }
    return sum;
  }

  private int placeOf(int unit) {
    int place = placeOf[unit];
    if (place == NOWHERE) {
      throw new IllegalStateException("The unit (%d) is not counted.".formatted(unit));
    }
    return place;
  }
}
