package org.doorstep.simulator.trace;

/** What becomes of a call for which no unit is free when it comes. */
enum WhenNobodyIsFree {
  /** It waits; whoever becomes free goes to the one that has waited longest. */
  WAIT,
  /** It is passed on to a neighbour at once, and nobody comes. */
  PASS_ON
}
