package org.doorstep.simulator.start;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.scenario.Span;

/**
 * A world that begins from a live area and is measured for some hours.
 *
 * @param hours 1 to {@link #HOURS_MAX}: later little of the start is left
 */
public record WhatIf(LiveStart start, int hours) {
  /** Three days. */
  public static final int HOURS_MAX = 72;

  public WhatIf {
    checkHours(hours);
    Duration past = Duration.between(start.earliest(), start.at());
    if (past.compareTo(Span.Finer.WARM_UP_MAX) > 0) {
      throw new IllegalArgumentException(
          "The start (%s) has something since (%s); at most %d days can be laid down."
              .formatted(start.at(), start.earliest(), Span.Finer.WARM_UP_MAX.toDays()));
    }
  }

  /** Refuses what is no number of hours to simulate. */
  public static void checkHours(int hours) {
    if (hours < 1 || hours > HOURS_MAX) {
      throw new IllegalArgumentException(
          "The hours (%d) must be from 1 to %d.".formatted(hours, HOURS_MAX));
    }
  }

  /**
   * The scenario over the span of the what-if: its clock begins with the full hour in which the
   * past of the start begins, and measuring at the instant of the start.
   */
  public Scenario over(Scenario scenario) {
    Span span = scenario.span();
    Instant begins = start.earliest().truncatedTo(ChronoUnit.HOURS);
    // In autumn the clock on the wall says one hour twice and then means the first.
    while (!local(begins, span).atZone(span.zone()).toInstant().equals(begins)) {
      begins = begins.minus(Duration.ofHours(1));
    }
    Span.Finer finer = new Span.Finer(Duration.between(begins, start.at()).toMillis(), hours);
    return scenario.over(
        new Span(local(begins, span), span.zone(), 0, 1, span.sweepSeconds(), Optional.of(finer)));
  }

  private static LocalDateTime local(Instant moment, Span span) {
    return LocalDateTime.ofInstant(moment, span.zone());
  }
}
