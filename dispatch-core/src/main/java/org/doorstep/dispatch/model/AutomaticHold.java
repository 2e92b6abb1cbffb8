package org.doorstep.dispatch.model;

/** Why the area's automatic dispatch has left a decision to a person. */
public enum AutomaticHold {
  /** So many were sent in the last minute that something may be wrong. */
  RATE,
  /** This incident has lost its unit so often that a person should look. */
  CHURN,
  /** The first unit's drive is longer than the area lets pass. */
  DISTANCE,
  /** The first unit's drive is estimated, or its position is old. */
  DOUBTFUL_DRIVE,
  /** The first unit would leave another patient. */
  DIVERT
}
