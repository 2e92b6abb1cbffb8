package org.doorstep.simulator.world.care;

import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.world.area.AreaLine;
import org.doorstep.simulator.world.area.LocalHours;
import org.doorstep.simulator.world.demand.Cases;
import org.doorstep.simulator.world.road.Roads;

/** Everybody whom crews meet on behalf of their patients. */
public record Partners(
    Pictures pictures,
    Destinations destinations,
    Hospitals hospitals,
    Community community,
    Practices practices) {
  /** Those of one world. */
  public static Partners of(
      Scenario whole, AreaLine area, Cases cases, Roads roads, LocalHours clock) {
    Pictures pictures = new Pictures(whole.work().care().pictures());
    return new Partners(
        pictures,
        new Destinations(area, roads, pictures, whole.faults(), clock),
        new Hospitals(area, cases, roads.places(), whole.work().hospitals()),
        new Community(area, cases, whole.work().community(), clock, roads.places().directory()),
        new Practices(
            area,
            cases,
            whole.work().practices(),
            clock,
            roads.places().directory().bankHolidays()));
  }
}
