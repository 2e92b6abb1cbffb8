package org.doorstep.dispatch.shell.record;

/**
 * Something that a patient should not be without, and where it is; asked before the crew leaves.
 */
public record Belonging(Item item, Where where) {
  /** What is asked for. ENGINEERING DEFAULT, needs clinical approval. */
  public enum Item {
    OWN_MEDICINES,
    CARE_PLAN,
    GLASSES,
    HEARING_AIDS,
    DENTURES,
    WALKING_AID,
    KEYS,
    TELEPHONE
  }

  /** Where it is. */
  public enum Where {
    /** It came along. */
    WITH_PATIENT,
    LEFT_AT_HOME,
    /** The patient has none. */
    HAS_NONE,
    NOT_FOUND
  }
}
