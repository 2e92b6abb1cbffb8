package org.doorstep.dispatch.model;

/** What became of the action that a practice has accepted. */
public enum FollowUpOutcome {
  DONE,
  /** Tried, and the patient did not want it or could not be found. */
  NOT_POSSIBLE,
  /** The practice has passed it on to somebody who has taken it. */
  PASSED_ON
}
