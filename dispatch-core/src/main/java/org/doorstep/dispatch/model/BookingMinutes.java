package org.doorstep.dispatch.model;

/**
 * How long a crew is expected to be at both ends of a booked journey.
 *
 * @param pickUp minutes from the arrival until the wheels roll again, 1 to {@link #MINUTES_MAX}
 * @param destination minutes from the arrival until the crew is clear, 1 to {@link #MINUTES_MAX}
 */
public record BookingMinutes(int pickUp, int destination) {
  /** More is no handover but a stay. */
  public static final int MINUTES_MAX = 240;

  public BookingMinutes {
    Require.atLeast("minutes at the pick-up", pickUp, 1);
    Require.atMost("minutes at the pick-up", pickUp, MINUTES_MAX);
    Require.atLeast("minutes at the destination", destination, 1);
    Require.atMost("minutes at the destination", destination, MINUTES_MAX);
  }
}
