package org.doorstep.simulator.world.demand;

import java.util.Optional;
import org.doorstep.dispatch.model.Category;
import org.doorstep.simulator.scenario.Outcome;

/**
 * A call that becomes an incident, as chance has made it.
 *
 * @param number counts the calls from 1; one that follows from another has its number
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
   * @param moved whether today's practice would take the patient to an emergency department
   * @param again the call of the same patient that follows
   */
  public record Course(
      Outcome outcome, int picture, long callOff, boolean moved, Optional<Again> again) {
    /** Whether the caller will call off unless a crew is there first. */
    public boolean isCalledOff() {
      return callOff >= 0;
    }
  }

  /**
   * A patient who was left at home calls again.
   *
   * @param afterMillis from when the incident was closed
   * @param call its moment is that of the first call
   */
  public record Again(long afterMillis, Call call) {}
}
