package org.doorstep.dispatch.model;

/** What kind of crew and vehicle a unit is. */
public enum UnitKind {
  AMBULANCE,
  PARAMEDIC_CAR,
  ADVANCED_PRACTITIONER,
  MENTAL_HEALTH,
  FALLS,
  URGENT_TRANSFER,
  COMMUNITY_RESPONDER,
  AIR
}
