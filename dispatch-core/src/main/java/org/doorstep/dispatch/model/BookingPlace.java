package org.doorstep.dispatch.model;

/** What kind of place a booked journey begins or ends at. */
public enum BookingPlace {
  HOSPITAL_WARD,
  COMMUNITY_HOSPITAL,
  CARE_HOME,
  HOME,
  CLINIC
}
