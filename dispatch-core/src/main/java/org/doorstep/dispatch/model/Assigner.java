package org.doorstep.dispatch.model;

/** Who committed a unit. */
public enum Assigner {
  /** A person at the desk. */
  PERSON,
  /** The area's rule for automatic dispatch. */
  AREA_RULE
}
