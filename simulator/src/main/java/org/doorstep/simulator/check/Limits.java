package org.doorstep.simulator.check;

import java.time.Duration;

/**
 * How long things may take while the area is up; what is later is a violation.
 *
 * @param grace from the time of an obligation until it is done or said to be late
 * @param driveTimes from the question until drive times are in the log
 * @param answer from a command to its answer
 */
public record Limits(Duration grace, Duration driveTimes, Duration answer) {
  /** For an area that stands up again within some ten seconds. */
  public static final Limits USUAL =
      new Limits(Duration.ofMinutes(1), Duration.ofMinutes(3), Duration.ofMinutes(5));

  public Limits {
    require("grace", grace);
    require("driveTimes", driveTimes);
    require("answer", answer);
  }

  private static void require(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          "The limit %s (%s) must be more than zero.".formatted(name, value));
    }
  }
}
