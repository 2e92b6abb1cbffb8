package org.doorstep.dispatch.policy.cover;

/**
 * Chooses the post of a unit that has become free: the one where it covers most, less what the
 * drive costs. Ties go to the lower post. Kept and used again; one thread.
 */
public final class PostChoice {
  /** There is no post that the unit could reach. */
  public static final int NONE = -1;

  private int post = NONE;
  private double coverGained;
  private int driveMillis;
  private double value;

  /**
   * Chooses.
   *
   * @param cover in which the unit is not counted
   * @return the post, or {@link #NONE}
   */
  public int choose(ExpectedCover cover, int unit, PostDrives drives, Prices prices) {
    post = NONE;
    value = Double.NEGATIVE_INFINITY;
    for (int each = 0; each < drives.posts(); each++) {
      int drive = drives.driveMillis(unit, each);
      if (drive == CallDrives.NO_WAY) {
        continue;
      }
      double gained = cover.gain(drives.placeAhead(unit, each), 1);
      double worth = prices.cover() * gained - prices.postMinute() * MoveSearch.minutes(drive);
      if (worth > value) {
        post = each;
        coverGained = gained;
        driveMillis = drive;
        value = worth;
      }
    }
    return post;
  }

  /** The post that was chosen, or {@link #NONE}. */
  public int post() {
    return post;
  }

  /** The share of demand that the unit covers there and nobody else. */
  public double coverGained() {
    return coverGained;
  }

  /** The drive there. */
  public int driveMillis() {
    return driveMillis;
  }

  /** What it is worth in late calls, the drive deducted. */
  public double value() {
    return value;
  }
}
