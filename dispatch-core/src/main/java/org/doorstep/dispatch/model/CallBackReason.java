package org.doorstep.dispatch.model;

/** Why a clinician is to call the patient back. */
public enum CallBackReason {
  /** The category calls for no vehicle. */
  CATEGORY,
  /** Somebody waits long, and a clinician may help by telephone. */
  LONG_WAIT,
  /** The category may be wrong. */
  VALIDATION,
  /** The crew or the desk wants a clinician to speak with the patient. */
  ASKED_FOR,
  OTHER
}
