package org.doorstep.dispatch.policy;

/**
 * One factor behind a destination's rank or rejection.
 *
 * @param amount what the code counts; 0 where it counts nothing
 */
public record DestinationReason(Code code, long amount) {
  /** The factors that a choice can name. */
  public enum Code {
    /** Quickest of those that can take the patient. */
    QUICKEST,
    /** Amount: seconds slower than the quickest of its kind. */
    SLOWER_THAN_QUICKEST,
    /** Amount: seconds of drive past a nearer emergency department that lacks what is needed. */
    BYPASSES_NEARER,
    /** Taken only if none of the first kind will. */
    FALLBACK,
    /** It comes to the patient, or answers the telephone. */
    COMES_TO_PATIENT,
    /** The drive is a straight-line estimate. */
    DRIVE_ESTIMATED,
    /** Amount: age of the word in seconds. */
    CAPACITY_AMBER,
    /** Amount: age of the word in seconds. */
    CAPACITY_RED,
    CAPACITY_UNKNOWN,

    /** It does not have what the patient needs. */
    LACKS_NEED,
    CLOSED,
    TOO_YOUNG,
    TOO_OLD,
    /** It takes some ages only, and the patient's is unknown. */
    AGE_UNKNOWN,
    /** Amount: the highest score it takes. */
    SCORE_TOO_HIGH,
    /** It takes low scores only, and there is none. */
    SCORE_MISSING,
    /** Amount: age of the word in seconds. */
    FULL,
    /** Amount: seconds beyond the longest drive. */
    TOO_FAR,
    /** No drive to it is known. */
    NO_ROUTE
  }
}
