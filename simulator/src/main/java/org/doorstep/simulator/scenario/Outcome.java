package org.doorstep.simulator.scenario;

/** Where care of a patient happens in the end. */
public enum Outcome {
  HEAR_AND_TREAT,
  TREAT_AT_SCENE,
  /** A community service is asked to take the patient on. */
  COMMUNITY,
  /** Taken to an urgent treatment centre or same-day emergency care. */
  ELSEWHERE,
  EMERGENCY_DEPARTMENT;

  /** Whether a crew takes the patient along. */
  public boolean isConveyed() {
    return this == ELSEWHERE || this == EMERGENCY_DEPARTMENT;
  }
}
