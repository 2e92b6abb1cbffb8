package org.doorstep.dispatch.model;

/** How far a job has come; reported forward only, steps may be left out. */
public enum JobStage {
  /** The desk has committed the unit; the crew may not know yet. */
  ALLOCATED,
  /** The crew knows. */
  ACKNOWLEDGED,
  /** Wheels are rolling. */
  MOBILE,
  /** The vehicle stands at the scene. */
  AT_SCENE,
  /** The crew is with the patient. */
  AT_PATIENT,
  /** On the way to a destination. */
  LEFT_SCENE,
  /** At the destination. */
  AT_DESTINATION,
  /** The destination has taken over. */
  HANDED_OVER,
  /** Done; the unit is free. */
  CLEAR;

  /** Whether the unit is still bound by the job. */
  public boolean isLive() {
    return this != CLEAR;
  }

  /** Whether somebody has reached the scene by this stage. */
  public boolean hasReachedScene() {
    return compareTo(AT_SCENE) >= 0;
  }
}
