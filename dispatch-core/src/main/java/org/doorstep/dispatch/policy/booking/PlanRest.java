package org.doorstep.dispatch.policy.booking;

import java.time.Instant;

/**
 * A break that a crew has to take where it is.
 *
 * @param from before which it does not begin
 * @param until by when it is over
 * @param minutes how long it is, 1 or more
 */
public record PlanRest(Instant from, Instant until, int minutes) {
  public PlanRest {
    if (minutes < 1 || from.plusSeconds(60L * minutes).isAfter(until)) {
      throw new IllegalArgumentException(
          "The break (%d minutes) must fit between (%s) and (%s).".formatted(minutes, from, until));
    }
  }
}
