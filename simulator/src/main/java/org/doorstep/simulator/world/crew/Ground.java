package org.doorstep.simulator.world.crew;

import java.util.function.Consumer;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.world.area.AreaLine;
import org.doorstep.simulator.world.area.Counts;
import org.doorstep.simulator.world.area.LocalHours;
import org.doorstep.simulator.world.care.Partners;
import org.doorstep.simulator.world.demand.Cases;
import org.doorstep.simulator.world.road.Roads;

/**
 * What crews stand on: the area, the clock, the roads, and everybody whom they meet.
 *
 * @param calls whom crews call at the desk
 * @param drivesAsPredicted whether decisions knew the drives of units on the road exactly
 */
record Ground(
    Scenario scenario,
    AreaLine area,
    LocalHours clock,
    Roads roads,
    Partners partners,
    Calls calls,
    boolean drivesAsPredicted) {

  /**
   * How crews reach the desk.
   *
   * @param counts what is counted of drives
   * @param free a unit can be sent
   * @param transport an incident needs a unit that can take the patient along
   */
  record Calls(Cases cases, Counts counts, Runnable free, Consumer<IncidentId> transport) {}

  /** How much longer a drive takes than the table says, at this hour and by chance. */
  long drive(int tableMillis, double chance) {
    double hour = scenario.work().jobs().traffic().hours().get(clock.hourAt(area.now()));
    double spread = scenario.work().jobs().traffic().spread();
    return (long) (tableMillis * hour * StrictMath.exp(spread * chance - spread * spread / 2));
  }
}
