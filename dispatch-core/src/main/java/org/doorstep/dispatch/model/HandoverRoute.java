package org.doorstep.dispatch.model;

/** Why a handover does not simply go to the practice where the patient is registered. */
public enum HandoverRoute {
  /**
   * The practice opens only after the action is due: the request goes to out-of-hours care, and the
   * practice has a copy.
   */
  OUT_OF_HOURS,
  /** The patient is registered nowhere. */
  UNREGISTERED,
  /** The patient is registered with a practice that the directory does not have. */
  VISITING,
  /** The patient, with capacity, does not want the practice to be told. */
  SHARING_REFUSED
}
