package org.doorstep.dispatch.model;

/** Why a service says what it says of its room. */
public enum RoomNote {
  STAFFING,
  BEDS,
  DEMAND,
  XRAY_DOWN,
  EQUIPMENT,
  INFECTION,
  BUILDING,
  OTHER
}
