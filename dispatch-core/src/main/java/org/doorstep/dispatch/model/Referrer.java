package org.doorstep.dispatch.model;

/** Who may send a patient to a service: the referral roles of a directory of services. */
public enum Referrer {
  EMERGENCY_SERVICE,
  HEALTH_PROFESSIONAL,
  PUBLIC
}
