package org.doorstep.server.http;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.doorstep.dispatch.policy.booking.EmergencyLoad;

/**
 * How much emergency work the hours of a day usually bring, by the wall clock: the shares of calls
 * that the simulator's base year is made of, as hundredths of the mean hour. An engineering default
 * until an area measures its own.
 *
 * @param zone of the wall clock, for example {@code Europe/London}
 */
record UsualLoad(String zone) {
  private static final int HOURS_AHEAD = 24 * 15;
  private static final List<Integer> BY_HOUR =
      List.of(
          67, 65, 58, 53, 53, 55, 60, 84, 115, 134, 144, 142, 134, 127, 122, 125, 125, 113, 115,
          115, 110, 101, 96, 89);

  /** The hours from a moment on, further than anything can be booked. */
  EmergencyLoad from(Instant now) {
    Instant start = now.truncatedTo(ChronoUnit.HOURS);
    List<Integer> weights = new ArrayList<>();
    for (int hour = 0; hour < HOURS_AHEAD; hour++) {
      Instant at = start.plus(hour, ChronoUnit.HOURS);
      weights.add(BY_HOUR.get(at.atZone(ZoneId.of(zone)).getHour()));
    }
    return new EmergencyLoad(start, weights);
  }
}
