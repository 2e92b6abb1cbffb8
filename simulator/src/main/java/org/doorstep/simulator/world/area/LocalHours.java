package org.doorstep.simulator.world.area;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.doorstep.simulator.scenario.Span;

/** The clock on the wall over the span of a scenario, hour by hour. Immutable. */
public final class LocalHours {
  private static final long HOUR_MILLIS = 3_600_000;

  private final Span span;
  private final byte[] hours;
  private final byte[] weekdays;
  private final byte[] months;

  /** The clock of a span, and of two days beyond it. */
  public LocalHours(Span span) {
    this.span = span;
    int count = (int) (span.endMillis() / HOUR_MILLIS) + 48;
    hours = new byte[count];
    weekdays = new byte[count];
    months = new byte[count];
    ZonedDateTime local = span.startsAt().atZone(span.zone());
    for (int i = 0; i < count; i++) {
      hours[i] = (byte) local.getHour();
      weekdays[i] = (byte) (local.getDayOfWeek().getValue() - 1);
      months[i] = (byte) (local.getMonthValue() - 1);
      local = local.plusHours(1);
    }
  }

  /** How many hours there are. */
  public int size() {
    return hours.length;
  }

  /** The number of the hour that holds a moment, in milliseconds since the start. */
  public int index(long moment) {
    return (int) Math.min(hours.length - 1, moment / HOUR_MILLIS);
  }

  /** The hour of the day, 0 to 23. */
  public int hour(int index) {
    return hours[index];
  }

  /** The day of the week, 0 is Monday. */
  public int weekday(int index) {
    return weekdays[index];
  }

  /** The month, 0 is January. */
  public int month(int index) {
    return months[index];
  }

  /** The hour of the day at a moment, 0 to 23. */
  public int hourAt(long moment) {
    return hours[index(moment)];
  }

  /** The clock on the wall at a moment. */
  public LocalDateTime local(long moment) {
    return LocalDateTime.ofInstant(span.startsAt().plusMillis(moment), span.zone());
  }

  /** When a clock on the wall says that, in milliseconds since the start; may be negative. */
  public long moment(LocalDateTime local) {
    return local.atZone(span.zone()).toInstant().toEpochMilli() - span.startsAt().toEpochMilli();
  }
}
