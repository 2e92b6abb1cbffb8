package org.doorstep.simulator.trace;

/**
 * What became of one call, in minutes since the start.
 *
 * @param call its place in the trace, from 0
 * @param unit who was sent, from 0, or {@link #NONE}
 * @param arrivalMinutes when the call came
 * @param responseMinutes from the call to the unit's arrival
 * @param finishMinutes when the unit was free again
 * @param hospital the node of the hospital, or {@link #NONE}
 */
public record TraceOutcome(
    int call,
    int unit,
    double arrivalMinutes,
    double responseMinutes,
    double finishMinutes,
    int hospital) {
  /** No hospital, or no unit. */
  public static final int NONE = -1;

  /** A call for which nobody was free. */
  static TraceOutcome passedOn(int call, double arrivalMinutes) {
    return new TraceOutcome(call, NONE, arrivalMinutes, 0, arrivalMinutes, NONE);
  }
}
