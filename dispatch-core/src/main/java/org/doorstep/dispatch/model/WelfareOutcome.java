package org.doorstep.dispatch.model;

/** What was heard when somebody who waits was called. */
public enum WelfareOutcome {
  NO_CHANGE,
  /** A clinician has to look at it, whatever else is done. */
  WORSE,
  /** Nobody answered. */
  NO_ANSWER,
  /** No further calls until the wait begins anew; a clinician says so. */
  NOT_NEEDED
}
