package org.doorstep.dispatch.model;

import java.time.LocalTime;
import java.util.regex.Pattern;

/**
 * A time of day by the clock on the wall.
 *
 * @param value such as 18:00
 */
public record LocalClock(String value) {
  private static final Pattern FORM = Pattern.compile("(2[0-3]|[01][0-9]):[0-5][0-9]");

  public LocalClock {
    Require.matches("time of day", value, FORM);
  }

  /** As a time. */
  public LocalTime time() {
    return LocalTime.parse(value);
  }
}
