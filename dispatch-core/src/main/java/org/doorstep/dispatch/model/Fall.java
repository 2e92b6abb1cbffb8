package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * A fall, as the patient or a witness tells it; empty parts were not asked.
 *
 * @param minutesOnFloor how long the patient lay, 0 to {@link #MINUTES_MAX}
 * @param headStruck whether the head was hit
 * @param fallsInYear this one and those of the twelve months before it, 1 to {@link #FALLS_MAX}
 */
public record Fall(
    Optional<Integer> minutesOnFloor, Optional<Boolean> headStruck, Optional<Integer> fallsInYear) {
  /** A week. */
  public static final int MINUTES_MAX = 10_080;

  /** More than one a day. */
  public static final int FALLS_MAX = 400;

  /** More than an hour on the floor. */
  public static final int LONG_LIE_MINUTES = 60;

  public Fall {
    if (minutesOnFloor.isPresent()) {
      Require.atLeast("minutes on the floor", minutesOnFloor.get(), 0);
      Require.atMost("minutes on the floor", minutesOnFloor.get(), MINUTES_MAX);
    }
    if (fallsInYear.isPresent()) {
      Require.atLeast("falls in a year", fallsInYear.get(), 1);
      Require.atMost("falls in a year", fallsInYear.get(), FALLS_MAX);
    }
  }

  /** Whether the patient lay for more than an hour; empty where nobody knows. */
  public Optional<Boolean> isLongLie() {
    return minutesOnFloor.map(minutes -> minutes > LONG_LIE_MINUTES);
  }
}
