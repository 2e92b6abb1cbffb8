package org.doorstep.dispatch.policy.cover;

import java.util.Arrays;

/**
 * Finds the best single move of a free unit to another post, if one is worth its price.
 *
 * <p>Of all pairs of unit and post most are passed over by a bound. With L what is lost when the
 * unit leaves, and M what is uncovered around the post, the gain is at most a * (M + L) - L, a the
 * unit's part of the cover: zones near both places cannot win back more than L. The bound is never
 * less than the gain, so the best move is always found.
 *
 * <p>Ties go to the unit that is offered first, then to the lower post. Several moves are found one
 * after the other: count the unit at its new place and search again. Kept and used again; one
 * thread.
 */
public final class MoveSearch {
  /** No move is worth its price. */
  public static final int NONE = -1;

  /** A bound that rounding has made smaller than the gain must not hide it. */
  private static final double ROUNDING = 1e-12;

  private static final double MILLIS_PER_MINUTE = 60_000;

  private final double[] around;
  private int unit = NONE;
  private int post = NONE;
  private int driveMillis;
  private double coverGained;
  private double value;

  /** Room for a table of so many places. */
  public MoveSearch(int places) {
    around = new double[places];
  }

  /**
   * Searches.
   *
   * @param cover with everybody in it; left as it was
   * @param units who may be moved, all counted, in the order in which ties are broken
   * @param count how many of them there are
   * @return whether there is a move worth its price
   */
  public boolean search(
      ExpectedCover cover, int[] units, int count, PostDrives drives, CoverRules rules) {
    unit = NONE;
    post = NONE;
    value = 0;
    Arrays.fill(around, Double.NaN);
    for (int i = 0; i < count; i++) {
      searchUnit(cover, units[i], drives, rules);
    }
    return unit != NONE;
  }

  private void searchUnit(ExpectedCover cover, int which, PostDrives drives, CoverRules rules) {
    double loss = cover.loss(which);
    double part = cover.readyOf(1);
    boolean aside = false;
    for (int each = 0; each < drives.posts(); each++) {
      int drive = drives.driveMillis(which, each);
      if (drive > rules.limits().driveMillisMax()) {
        continue;
      }
      Prices prices = rules.prices();
      double price = prices.move() + prices.moveMinute() * minutes(drive);
      int place = drives.placeAhead(which, each);
      double most = part * (around(cover, place, aside, which) + loss) - loss;
      if (prices.cover() * (most + ROUNDING) - price <= value) {
        continue;
      }
      if (!aside) {
        cover.setAside(which);
        aside = true;
      }
      double gained = cover.gain(place, 1) - loss;
      double worth = prices.cover() * gained - price;
      if (worth > value) {
        unit = which;
        post = each;
        driveMillis = drive;
        coverGained = gained;
        value = worth;
      }
    }
    if (aside) {
      cover.putBack(which);
    }
  }

  /** What is uncovered around a place with all units in it, asked once in a search. */
  private double around(ExpectedCover cover, int place, boolean aside, int which) {
    if (Double.isNaN(around[place])) {
      if (aside) {
        cover.putBack(which);
      }
      around[place] = cover.around(place);
      if (aside) {
        cover.setAside(which);
      }
    }
    return around[place];
  }

  static double minutes(int millis) {
    return millis / MILLIS_PER_MINUTE;
  }

  /** Who is to be moved, or {@link #NONE}. */
  public int unit() {
    return unit;
  }

  /** Where to, or {@link #NONE}. */
  public int post() {
    return post;
  }

  /** The drive there. */
  public int driveMillis() {
    return driveMillis;
  }

  /** The share of demand that becomes covered by it. */
  public double coverGained() {
    return coverGained;
  }

  /** What it is worth in late calls, its price deducted. */
  public double value() {
    return value;
  }
}
