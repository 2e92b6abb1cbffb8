package org.doorstep.dispatch.shell.reference;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/**
 * How many calls come to an area, when, and from where: what cover is reckoned by.
 *
 * <p>West Kent: 75,800 incidents a year, of which one in seven is treated by telephone; hours as in
 * the simulator's base scenario, places as people live. An engineering default that an area
 * replaces by its own.
 *
 * @param sentToPerYear incidents that a unit is sent to, 1 to 10,000,000
 * @param hoursPercent 24 of them, of a day's calls, from midnight by the clock on the wall
 * @param zone the clock, as in {@code Europe/London}
 */
public record DemandForecast(double sentToPerYear, List<Double> hoursPercent, String zone) {
  private static final String WEST_KENT = "/west-kent/demand.json";
  private static final double PER_YEAR_MAX = 10_000_000;
  private static final int HOURS = 24;
  private static final double PERCENT = 100;
  private static final double YEAR_MINUTES = 525_600;

  public DemandForecast {
    hoursPercent = List.copyOf(hoursPercent);
    if (!(sentToPerYear >= 1 && sentToPerYear <= PER_YEAR_MAX)) {
      throw new IllegalArgumentException(
          "The incidents (%s) a year must be from 1 to %.0f."
              .formatted(sentToPerYear, PER_YEAR_MAX));
    }
    if (hoursPercent.size() != HOURS || hoursPercent.stream().anyMatch(each -> !(each >= 0))) {
      throw new IllegalArgumentException(
          "There must be 24 shares of a day, each 0 or more, not %s.".formatted(hoursPercent));
    }
    try {
      var unused = ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "The clock (%s) must be a region such as Europe/London.".formatted(zone), e);
    }
  }

  /** Calls in a minute of that hour of the day, 0 to 23. */
  public double callsPerMinute(int hour) {
    return sentToPerYear / YEAR_MINUTES * hoursPercent.get(hour) * HOURS / PERCENT;
  }

  /** West Kent as it ships. */
  public static DemandForecast westKent() {
    return Resource.read(DemandForecast.class, WEST_KENT);
  }

  /**
   * Reads the forecast of a site's own from a JSON file of the same shape.
   *
   * @throws IllegalArgumentException naming the file, the place in it and the rule
   */
  public static DemandForecast read(Path file) {
    return Resource.read(DemandForecast.class, file, "demand file");
  }
}
