package org.doorstep.simulator.world.crew;

import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.scenario.Fleet;
import org.doorstep.simulator.scenario.RosterLine;
import org.doorstep.simulator.scenario.ShiftRules;
import org.doorstep.simulator.start.LiveUnit;
import org.doorstep.simulator.world.area.AreaLine;

/**
 * One shift as it is planned, in milliseconds since the start of the world.
 *
 * @param failsAt when the vehicle will fail; -1 if it will not
 */
record ShiftPlan(long begins, long ends, Pause pause, long failsAt, long failsMillis) {
  private static final long HOUR_MILLIS = 3_600_000;
  private static final long MINUTE_MILLIS = 60_000;
  private static final double PERCENT = 100;

  /** No shift. */
  static final ShiftPlan NONE = new ShiftPlan(0, 0, new Pause(0, 0, 0), -1, 0);

  /** When a break may begin, when at the latest, and how long it is. */
  record Pause(long from, long until, long millis) {}

  /** The shift that a line begins at a moment, with what chance adds to it. */
  static ShiftPlan of(RosterLine line, Fleet fleet, long begins, Chance chance) {
    ShiftRules rules = fleet.shifts();
    long lasts = (long) (line.hours() * HOUR_MILLIS);
    Pause pause =
        new Pause(
            begins + (long) (rules.breakFromHours() * HOUR_MILLIS),
            begins + (long) (rules.breakUntilHours() * HOUR_MILLIS),
            (long) (rules.breakMinutes() * MINUTE_MILLIS));
    boolean fails = chance.happens(fleet.absence().vehicleFailsPercent() / PERCENT);
    long failsAt = begins + (long) (chance.share() * lasts);
    long failsMillis = fleet.absence().offRoad().millis(chance.share());
    return new ShiftPlan(begins, begins + lasts, pause, fails ? failsAt : -1, failsMillis);
  }

  /** What is left of a shift that began before the world acts; its vehicle holds. */
  static ShiftPlan rest(LiveUnit live, AreaLine area) {
    Pause pause =
        live.breakOwed()
            .map(
                owed ->
                    new Pause(
                        area.millisOf(owed.from()),
                        area.millisOf(owed.until()),
                        owed.minutes() * MINUTE_MILLIS))
            .orElse(NONE.pause());
    return new ShiftPlan(0, area.millisOf(live.shiftEndsAt()), pause, -1, 0);
  }

  long breakFrom() {
    return pause.from();
  }

  long breakUntil() {
    return pause.until();
  }

  long breakMillis() {
    return pause.millis();
  }
}
