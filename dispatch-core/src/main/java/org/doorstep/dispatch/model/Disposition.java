package org.doorstep.dispatch.model;

/** Where care happens, least care first. */
public enum Disposition {
  /** By telephone; decided at the desk, never by a crew's assessment. */
  HEAR_AND_TREAT,
  TREAT_AT_SCENE,
  /** A community service takes the patient on. */
  COMMUNITY,
  /** Conveyed to acute care, or a hub has to decide and acute care stands until it has. */
  ACUTE
}
