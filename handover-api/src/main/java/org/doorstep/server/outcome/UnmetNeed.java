package org.doorstep.server.outcome;

import java.util.Optional;

/**
 * What was wanted and could not be had, at one hour of the week.
 *
 * @param what service, kind of place, and why not
 * @param weekday 1 for Monday to 7
 * @param hour 0 to 23, local time
 * @param times how often
 * @param toEd for how many patients of these an emergency department followed
 */
public record UnmetNeed(What what, int weekday, int hour, long times, long toEd) {
  /** What it was. */
  public record What(
      String kind, Optional<String> service, Optional<String> need, Optional<String> reason) {}
}
