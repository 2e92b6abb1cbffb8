package org.doorstep.simulator.optimise.roster;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.doorstep.simulator.scenario.ShiftRules;

/**
 * A shift that could be worked.
 *
 * @param startHalfHour when it begins, in half hours from midnight, 0 to 47
 * @param halfHours how long it is, 1 to 48
 * @param days on which it begins, one at least
 */
public record Shift(int startHalfHour, int halfHours, List<DayOfWeek> days) {
  /** Half hours of a day. */
  public static final int DAY = 48;

  private static final double HALF_HOUR_MINUTES = 30;

  public Shift {
    days = List.copyOf(days);
    if (startHalfHour < 0 || startHalfHour >= DAY || halfHours < 1 || halfHours > DAY) {
      throw new IllegalArgumentException(
          "The shift must begin within a day and end within 24 hours (%d, %d half hours)."
              .formatted(startHalfHour, halfHours));
    }
    if (days.isEmpty()) {
      throw new IllegalArgumentException("The shift must begin on some day.");
    }
  }

  /** When it begins. */
  public LocalTime from() {
    return LocalTime.of(startHalfHour / 2, startHalfHour % 2 * 30);
  }

  /** How long it is. */
  public double hours() {
    return halfHours / 2.0;
  }

  /** Hours in a week. */
  public double weekHours() {
    return hours() * days.size();
  }

  /**
   * What part of a crew works in a half hour of the week. The break may fall anywhere in its
   * window, so each part of that is lacking as much.
   */
  public double works(int period, ShiftRules rules) {
    double works = 0;
    for (DayOfWeek day : days) {
      int begins = (day.getValue() - 1) * DAY + startHalfHour;
      int into = Math.floorMod(period - begins, Need.PERIODS);
      works += into < halfHours ? 1 - onBreak(into, rules) : 0;
    }
    return works;
  }

  private static double onBreak(int into, ShiftRules rules) {
    int first = (int) StrictMath.floor(2 * rules.breakFromHours());
    int last = (int) StrictMath.ceil(2 * rules.breakUntilHours());
    double window = Math.max(1, last - first);
    boolean within = into >= first && into < first + window;
    return within ? Math.min(1, rules.breakMinutes() / HALF_HOUR_MINUTES / window) : 0;
  }
}
