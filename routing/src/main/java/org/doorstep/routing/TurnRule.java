package org.doorstep.routing;

import org.doorstep.routing.hierarchy.Hierarchy;

/**
 * Whether a driving mode keeps to forbidden turns, and what turning round costs it.
 *
 * <p>Engineering defaults that the operating trust has to confirm: without blue lights forbidden
 * turns are kept to; with them they are not.
 *
 * @param keepsToBans whether signs that forbid a turn are obeyed
 * @param turnRoundMillis what it costs to turn round on the road or behind a forbidden turn, in
 *     milliseconds, {@code [0, 600_000]}
 */
public record TurnRule(boolean keepsToBans, int turnRoundMillis) {
  private static final int TURN_ROUND_MILLIS_MAX = 600_000;
  private static final int TURN_ROUND_MILLIS = 20_000;

  public TurnRule {
    if (turnRoundMillis < 0 || turnRoundMillis > TURN_ROUND_MILLIS_MAX) {
      throw new IllegalArgumentException(
          "The time to turn round (%d ms) must be in [0, %d]."
              .formatted(turnRoundMillis, TURN_ROUND_MILLIS_MAX));
    }
  }

  /** What a mode does if nobody has said otherwise. */
  public static TurnRule usual(DrivingMode mode) {
    return new TurnRule(mode == DrivingMode.NORMAL, TURN_ROUND_MILLIS);
  }

  /** What a turn costs in milliseconds; {@link Hierarchy#UNREACHABLE} if it is not made. */
  int millis(boolean banned, boolean turnsRound) {
    if (!keepsToBans) {
      return 0;
    }
    if (banned) {
      return Hierarchy.UNREACHABLE;
    }
    return turnsRound ? turnRoundMillis : 0;
  }
}
