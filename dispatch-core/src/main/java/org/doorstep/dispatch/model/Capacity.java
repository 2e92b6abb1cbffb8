package org.doorstep.dispatch.model;

/** How much room a service says it has. */
public enum Capacity {
  GREEN,
  /** Under pressure, still taking. */
  AMBER,
  /** Full. */
  RED,
  /** Nobody has said; never taken for green. */
  UNKNOWN
}
