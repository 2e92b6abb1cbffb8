package org.doorstep.dispatch.policy.booking;

import java.time.Instant;
import java.util.List;

/**
 * What a plan of booked journeys is made of.
 *
 * @param now when the question was asked
 * @param journeys in the order of their incidents, at most {@link #JOURNEYS_MAX}
 * @param units in the order of their call signs, at most {@link #UNITS_MAX}
 */
public record BookingQuestion(
    Instant now,
    List<PlanJourney> journeys,
    List<PlanUnit> units,
    PlanDrives drives,
    EmergencyLoad load) {
  /** More than a desk books in a day; the search is bounded by it. */
  public static final int JOURNEYS_MAX = 60;

  /** More than an area has on shift that could carry a patient. */
  public static final int UNITS_MAX = 80;

  public BookingQuestion {
    journeys = List.copyOf(journeys);
    units = List.copyOf(units);
    require("journeys", journeys.size(), JOURNEYS_MAX);
    require("units", units.size(), UNITS_MAX);
  }

  private static void require(String name, int count, int most) {
    if (count > most) {
      throw new IllegalArgumentException(
          "The %s (%d) of a plan must be %d or fewer.".formatted(name, count, most));
    }
  }
}
