package org.doorstep.simulator.matrix;

/** What a unit is doing. */
enum Stage {
  /** Standing, or driving to its base without siren. */
  FREE,
  /** Driving to a call. */
  TO_CALL,
  /** With the patient. */
  AT_SCENE,
  /** Driving to hospital. */
  TO_HOSPITAL,
  /** Handing over. */
  AT_HOSPITAL
}
