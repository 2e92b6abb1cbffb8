package org.doorstep.simulator.scenario;

import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** Breaks and ends of shifts. */
@Meaning("Breaks and ends of shifts.")
public record ShiftRules(
    @Meaning("The break may begin so many hours into the shift.") @Bounds(least = 0, most = 20)
        double breakFromHours,
    @Meaning("It begins at the latest so many hours into the shift, or after the job then running.")
        @Bounds(least = 0, most = 20)
        double breakUntilHours,
    @Meaning("How long it is, in minutes; 0: there is none.") @Bounds(least = 0, most = 120)
        double breakMinutes,
    @Meaning("So long before its end a crew is only sent to levels 1 and 2, in minutes.")
        @Bounds(least = 0, most = 240)
        double lastJobMinutes) {
  public ShiftRules {
    if (breakUntilHours < breakFromHours) {
      throw new IllegalArgumentException(
          "The break must not begin at the latest (%s h) before it may begin (%s h)."
              .formatted(breakUntilHours, breakFromHours));
    }
  }
}
