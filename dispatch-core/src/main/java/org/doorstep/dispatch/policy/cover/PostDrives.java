package org.doorstep.dispatch.policy.cover;

/** The ways of units, from where they are now, to the posts that they may be given. */
public interface PostDrives {
  /** How many posts there are; they are indexes from 0. */
  int posts();

  /** The drive of a unit to a post without siren, zero or more. */
  int driveMillis(int unit, int post);

  /**
   * The place of the cover table where the unit will count if it sets off now: the post itself, or
   * how far it gets within the horizon.
   */
  int placeAhead(int unit, int post);
}
