package org.doorstep.dispatch.model;

/** What a recommendation comes to. */
public enum Verdict {
  /** Send the first candidate. */
  SEND,
  /** Somebody could be sent, but the patient is better kept waiting for now. */
  HOLD,
  /** Nobody can be sent. */
  NOBODY
}
