package org.doorstep.simulator.report;

/**
 * What is known of a patient after the incident; the same person is told by a keyed hash of the NHS
 * number that a caller has given.
 *
 * @param within24Hours whether the person was in another incident
 * @param within72Hours as above
 * @param edWithin7Days whether we took the person to an emergency department in another incident
 */
public record Recontact(Known within24Hours, Known within72Hours, Known edWithin7Days) {
  /** Nobody can say. */
  public static final Recontact UNKNOWN =
      new Recontact(Known.UNKNOWN, Known.UNKNOWN, Known.UNKNOWN);

  /** An answer that is never guessed. */
  public enum Known {
    YES,
    NO,
    /** The time is not over, and it has not happened yet. */
    TOO_EARLY,
    /** Who the patient is was not told: never counted as no. */
    UNKNOWN
  }
}
