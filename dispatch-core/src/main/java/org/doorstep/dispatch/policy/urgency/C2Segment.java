package org.doorstep.dispatch.policy.urgency;

/**
 * Which half of C2 an incident is of, where the service splits C2 by the triage code and a
 * clinician validates the lower half while it waits.
 *
 * <p>Which codes go where is decided outside. An incident of no known segment counts as {@link
 * #IMMEDIATE}: what nobody has said never makes it wait.
 */
public enum C2Segment {
  /** Sent to at once. */
  IMMEDIATE("The nearest unit goes at once."),
  /** A clinician may speak to the patient first; a unit is sent all the same. */
  STANDARD("A clinician may validate it while it waits.");

  private final String sentence;

  C2Segment(String sentence) {
    this.sentence = sentence;
  }

  /** What it means, for a screen. */
  public String sentence() {
    return sentence;
  }
}
