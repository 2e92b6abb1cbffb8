package org.doorstep.simulator.trace;

/**
 * One call of a trace.
 *
 * @param afterMinutes since the call before it, zero or more
 * @param node where it is
 * @param onSceneMinutes from the unit's arrival until it leaves or is free, zero or more
 * @param toHospital whether the patient is taken to the nearest hospital
 * @param dropOffMinutes at the hospital, zero or more; without meaning where nobody is taken
 */
record TraceCall(
    double afterMinutes,
    int node,
    double onSceneMinutes,
    boolean toHospital,
    double dropOffMinutes) {
  TraceCall {
    requireTime("time since the call before", afterMinutes);
    requireTime("time on scene", onSceneMinutes);
    if (toHospital) {
      requireTime("time of handing over", dropOffMinutes);
    }
  }

  private static void requireTime(String name, double minutes) {
    if (!(minutes >= 0 && minutes < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The %s (%s minutes) must be zero or more.".formatted(name, minutes));
    }
  }
}
