package org.doorstep.dispatch.model;

/** What a clinician has said of somebody who has called again, or is worse. */
public enum ReviewOutcome {
  /** What is being done is right. */
  STANDS,
  /** The category was wrong. */
  RECATEGORISED
}
