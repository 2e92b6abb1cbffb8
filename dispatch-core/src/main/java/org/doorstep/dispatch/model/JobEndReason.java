package org.doorstep.dispatch.model;

/** Why a job ended before it was done. */
public enum JobEndReason {
  /** The desk needs the unit for something more urgent. */
  MORE_URGENT_CALL,
  /** Another unit is nearer or better suited. */
  BETTER_UNIT,
  /** Help is no longer needed. */
  NOT_NEEDED,
  /** The crew cannot go: vehicle. */
  VEHICLE,
  /** The crew cannot go: safety. */
  SAFETY,
  /** The crew cannot go: skills or equipment do not fit. */
  NOT_SUITED,
  /** The crew does not answer. */
  NO_ANSWER
}
