package org.doorstep.simulator.experiment;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Which time of its world a scenario is measured over.
 *
 * @param from when measuring begins, in ISO 8601 with the offset of the place
 * @param until when it ends; calls that came in before are measured to their end
 * @param warmUpHours what has been run before, hours
 * @param live whether the world begins from a live area as it stood when measuring begins
 */
public record Period(String from, String until, double warmUpHours, boolean live) {
  private static final double HOUR_MILLIS = 3_600_000.0;

  /** Of a world that begins before it is measured. */
  public static Period of(Instant begins, Instant from, Instant until, ZoneId zone, boolean live) {
    return new Period(
        text(from, zone),
        text(until, zone),
        (from.toEpochMilli() - begins.toEpochMilli()) / HOUR_MILLIS,
        live);
  }

  private static String text(Instant moment, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(zone));
  }
}
