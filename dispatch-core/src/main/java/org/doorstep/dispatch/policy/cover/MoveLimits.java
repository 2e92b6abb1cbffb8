package org.doorstep.dispatch.policy.cover;

/**
 * How far and how often units are moved.
 *
 * @param driveMillisMax no unit is moved farther, without siren; 0 moves nobody
 * @param inARowMax moves that may follow one event, 0 or more
 * @param diversionsMax crews that may be sent elsewhere for one call, 0 to 2
 */
public record MoveLimits(int driveMillisMax, int inARowMax, int diversionsMax) {
  public MoveLimits {
    if (driveMillisMax < 0 || inARowMax < 0) {
      throw new IllegalArgumentException(
          "The longest move (%d ms) and the moves in a row (%d) must be 0 or more."
              .formatted(driveMillisMax, inARowMax));
    }
    if (diversionsMax < 0 || diversionsMax > DIVERSIONS_MOST) {
      throw new IllegalArgumentException(
          "The diversions for one call (%d) must be from 0 to %d."
              .formatted(diversionsMax, DIVERSIONS_MOST));
    }
  }

  /** A person must be able to follow who goes where for whom. */
  public static final int DIVERSIONS_MOST = 2;
}
