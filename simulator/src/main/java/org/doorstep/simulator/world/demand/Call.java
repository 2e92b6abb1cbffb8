package org.doorstep.simulator.world.demand;

import org.doorstep.dispatch.model.Category;
import org.doorstep.simulator.scenario.Outcome;

/**
 * A call that becomes an incident, as chance has made it.
 *
 * @param number counts the calls from 1
 * @param moment when it is made, in milliseconds since the start
 * @param place the number of the place it is made from
 * @param course where it leads
 */
public record Call(
    long number, long moment, Category category, int place, Course course, Draws draws) {
  /**
   * Where a call leads if nothing comes between.
   *
   * @param outcome where care happens
   * @param picture the number of what is found, in the scenario's list
   * @param callOff milliseconds until the caller calls it off; -1 if not
   */
  public record Course(Outcome outcome, int picture, long callOff) {
    /** Whether the caller will call off unless a crew is there first. */
    public boolean isCalledOff() {
      return callOff >= 0;
    }
  }
}
