package org.doorstep.simulator.scenario;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** From when to when is simulated. */
@Meaning("From when to when is simulated.")
public record Span(
    @Meaning("When the warm-up begins, by the clock on the wall.") LocalDateTime start,
    @Meaning("The zone of that clock, as in Europe/London.") ZoneId zone,
    @Meaning("Days before anything is measured.") @Bounds(least = 0, most = 60) int warmUpDays,
    @Meaning("Days that are measured.") @Bounds(least = 1, most = 3_660) int days,
    @Meaning("How often the sweeper looks for what is overdue, in seconds.")
        @Bounds(least = 1, most = 600)
        int sweepSeconds) {
  private static final long DAY_MILLIS = 86_400_000L;

  /** When the simulation begins. */
  public Instant startsAt() {
    return start.atZone(zone).toInstant();
  }

  /** When measuring begins, in milliseconds since the start. */
  public long measuredFromMillis() {
    return warmUpDays * DAY_MILLIS;
  }

  /** When the simulation ends, in milliseconds since the start. */
  public long endMillis() {
    return (warmUpDays + days) * DAY_MILLIS;
  }
}
