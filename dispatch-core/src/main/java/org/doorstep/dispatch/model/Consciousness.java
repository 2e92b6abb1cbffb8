package org.doorstep.dispatch.model;

/** How awake a patient is, on the ACVPU scale. */
public enum Consciousness {
  ALERT,
  /** Newly confused, or more than is usual for the patient. */
  CONFUSED,
  /** Responds to voice. */
  VOICE,
  /** Responds to pain only. */
  PAIN,
  UNRESPONSIVE
}
