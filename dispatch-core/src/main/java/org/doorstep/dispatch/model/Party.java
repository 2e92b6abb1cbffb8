package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * Somebody who has agreed on an outcome; the name of who is no user lies in the record.
 *
 * @param user empty where it was agreed by voice with somebody who has no user here
 */
public record Party(Role role, Optional<Actor> user) {
  /** As what they have agreed. */
  public enum Role {
    HUB_CLINICIAN,
    CREW_CLINICIAN,
    EMERGENCY_CONSULTANT,
    SPECIALIST,
    GENERAL_PRACTITIONER,
    SERVICE_CLINICIAN,
    OTHER
  }
}
