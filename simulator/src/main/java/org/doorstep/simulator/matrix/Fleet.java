package org.doorstep.simulator.matrix;

import org.jspecify.annotations.Nullable;

/**
 * A fleet under a load.
 *
 * @param units 1 to 99
 * @param callsPerMinute more than 0
 */
public record Fleet(int units, double callsPerMinute) {
  /** More units than this no ground here would have. */
  public static final int UNITS_MAX = 99;

  public Fleet {
    if (units < 1 || units > UNITS_MAX) {
      throw new IllegalArgumentException(
          "The units (%d) of a fleet must be from 1 to %d.".formatted(units, UNITS_MAX));
    }
    if (!(callsPerMinute > 0 && callsPerMinute < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The load (%s calls a minute) of a fleet must be finite and more than 0."
              .formatted(callsPerMinute));
    }
  }

  /**
   * Reads {@code UNITS:CALLS_PER_MINUTE}, for example {@code 20:0.15}.
   *
   * @throws IllegalArgumentException naming the value and the rule
   */
  public static Fleet parse(String text) {
    String[] parts = text.split(":", -1);
    try {
      if (parts.length == 2) {
        return new Fleet(Integer.parseInt(parts[0]), Double.parseDouble(parts[1]));
      }
    } catch (NumberFormatException e) {
      throw bad(text, e);
    }
    throw bad(text, null);
  }

  private static IllegalArgumentException bad(String text, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "The fleet (%s) must be given as UNITS:CALLS_PER_MINUTE, for example 20:0.15."
            .formatted(text),
        cause);
  }
}
