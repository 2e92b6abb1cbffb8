package org.doorstep.dispatch.model;

/** Why a service does not take a patient on. */
public enum ReferralRefusal {
  NO_CAPACITY,
  OUT_OF_HOURS,
  OUT_OF_AREA,
  CRITERIA_NOT_MET,
  MORE_INFORMATION_NEEDED,
  OTHER
}
