package org.doorstep.dispatch.model;

/** Why a unit on shift cannot be sent. */
public enum UnavailableReason {
  BREAK,
  RESTOCKING,
  VEHICLE_OFF_ROAD,
  CREW_WELFARE,
  NO_DRIVER,
  OTHER_DUTY,
  /** Nobody has heard whether it can be sent; until somebody has, it cannot. */
  UNKNOWN
}
