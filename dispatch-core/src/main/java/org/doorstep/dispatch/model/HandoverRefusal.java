package org.doorstep.dispatch.model;

/** Why a practice does not accept; the reasons agreed with practices. */
public enum HandoverRefusal {
  NOT_OUR_PATIENT,
  NO_LONGER_REGISTERED,
  DECEASED,
  NOT_FOR_PRIMARY_CARE,
  CANNOT_BE_DONE_IN_TIME
}
