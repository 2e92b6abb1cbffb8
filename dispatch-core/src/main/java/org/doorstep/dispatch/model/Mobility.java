package org.doorstep.dispatch.model;

/** How far a patient has to be able to move for a service. */
public enum Mobility {
  /** Walks in. */
  WALKS,
  /** Walks, or can sit in a chair while waiting. */
  SITS_IN_A_CHAIR
}
