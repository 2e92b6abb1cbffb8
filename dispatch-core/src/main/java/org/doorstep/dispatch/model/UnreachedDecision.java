package org.doorstep.dispatch.model;

/** What a person has decided about somebody who does not answer the telephone. */
public enum UnreachedDecision {
  /** Try again; the count begins anew. */
  KEEP_TRYING,
  /** Somebody has to go and look: no more call-backs. */
  SEND_CREW,
  /** Police or a neighbour has been asked to look; calls go on. */
  CHECK_ASKED
}
