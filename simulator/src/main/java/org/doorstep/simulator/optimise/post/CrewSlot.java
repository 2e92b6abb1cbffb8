package org.doorstep.simulator.optimise.post;

import org.doorstep.dispatch.model.Capability;
import org.doorstep.simulator.scenario.Fleet;
import org.doorstep.simulator.scenario.Kind;
import org.doorstep.simulator.scenario.RosterLine;

/**
 * One crew of a roster line.
 *
 * @param line its number in the roster
 * @param emergencies whether it is sent to emergencies, so that it matters where it waits
 */
record CrewSlot(int line, RosterLine roster, boolean emergencies) {
  private static final int URGENT_LEVEL = 2;
  private static final int DAY_HOURS = 24;
  private static final double WEEK_DAYS = 7;
  private static final double HOUR_MINUTES = 60;

  static CrewSlot of(int line, RosterLine roster, Fleet fleet) {
    Kind kind = fleet.kind(roster.kind());
    boolean emergencies =
        kind.capabilities().contains(Capability.EMERGENCY_CARE)
            && kind.levels().stream().anyMatch(level -> level <= URGENT_LEVEL);
    return new CrewSlot(line, roster, emergencies);
  }

  /** What part of an hour of the day it is on shift, over the days of the week. */
  double onShift(int hour) {
    double begins = roster.from().toSecondOfDay() / (HOUR_MINUTES * HOUR_MINUTES);
    double part = 0;
    for (int day = -1; day <= 0; day++) {
      double from = begins + day * DAY_HOURS;
      double overlap = Math.min(hour + 1, from + roster.hours()) - Math.max(hour, from);
      part += Math.max(0, overlap);
    }
    double days = roster.weekdays().map(list -> (double) list.size()).orElse(WEEK_DAYS);
    return part * days / WEEK_DAYS;
  }
}
