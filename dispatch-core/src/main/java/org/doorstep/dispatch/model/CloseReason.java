package org.doorstep.dispatch.model;

/** Why an incident has left the board. */
public enum CloseReason {
  /** Every crew that was sent has cleared. */
  CREWS_CLEAR,
  /** Called off by the caller or by the system that sent it. */
  CALLED_OFF,
  /** The same need was already an incident. */
  DUPLICATE,
  /** Passed to another service. */
  PASSED_ON,
  /** Entered by mistake. */
  ENTERED_IN_ERROR,
  /** Treated by telephone. */
  HEARD_AND_TREATED
}
