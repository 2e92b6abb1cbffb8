package org.doorstep.dispatch.model;

import java.time.Instant;

/**
 * A handover that was taken back: what was sent must not be used, and another is owed.
 *
 * @param asked names the way of the handover that is void
 */
public record Retraction(long asked, Reason reason, Instant at) {
  /** Why what was sent must not be used. */
  public enum Reason {
    /** It is about somebody else than it says. */
    WRONG_PATIENT,
    /** It went to a practice that does not know the patient. */
    WRONG_RECEIVER,
    /** What it says is wrong, and more than an addendum can set right. */
    WRONG_CONTENT
  }
}
