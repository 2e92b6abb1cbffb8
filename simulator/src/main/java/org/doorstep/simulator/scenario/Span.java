package org.doorstep.simulator.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
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
        int sweepSeconds,
    @Meaning("Both in place of the days above, where whole days are too coarse.")
        Optional<Finer> finer) {
  private static final long DAY_MILLIS = 86_400_000L;
  private static final long HOUR_MILLIS = 3_600_000L;

  /** A warm-up before what is measured, or what is measured, that is not of whole days. */
  @Meaning("What is no number of whole days.")
  public record Finer(
      @Meaning("Before anything is measured, in milliseconds.")
          @Bounds(least = 0, most = 5_184_000_000L)
          long warmUpMillis,
      @Meaning("Hours that are measured.") @Bounds(least = 1, most = 87_840) int hours) {
    /** The longest warm-up, as long as that of whole days can be. */
    public static final Duration WARM_UP_MAX = Duration.ofDays(60);
  }

  /** A span of whole days. */
  public Span(LocalDateTime start, ZoneId zone, int warmUpDays, int days, int sweepSeconds) {
    this(start, zone, warmUpDays, days, sweepSeconds, Optional.empty());
  }

  /** When the simulation begins. */
  public Instant startsAt() {
    return start.atZone(zone).toInstant();
  }

  /** When measuring begins, in milliseconds since the start. */
  public long measuredFromMillis() {
    return finer.map(Finer::warmUpMillis).orElse(warmUpDays * DAY_MILLIS);
  }

  /** When the simulation ends, in milliseconds since the start. */
  public long endMillis() {
    return measuredFromMillis()
        + finer.map(each -> each.hours() * HOUR_MILLIS).orElse(days * DAY_MILLIS);
  }
}
