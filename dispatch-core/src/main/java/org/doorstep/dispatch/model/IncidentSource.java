package org.doorstep.dispatch.model;

/** How the first call of an incident arrived. */
public enum IncidentSource {
  /** Typed at the desk. */
  DESK,
  /** A Booking and Referral Standard message of another system. */
  BARS
}
