package org.doorstep.dispatch.model;

/**
 * One factor behind a rank or an exclusion.
 *
 * @param amount what the code counts: seconds, places or capabilities; 0 where it counts nothing
 */
public record Reason(Code code, long amount) {
  /** The factors that a policy can name. */
  public enum Code {
    /** Quickest of those that can do it. */
    CLOSEST,
    /** Amount: seconds slower than the first. */
    SLOWER_THAN_FIRST,
    /** Has everything that is needed. */
    CAPABLE,
    /** The drive is a straight-line estimate. */
    DRIVE_ESTIMATED,
    /** Amount: age of the position in seconds. */
    POSITION_OLD,
    /** Amount: seconds until the shift ends. */
    SHIFT_ENDS_SOON,
    /** Amount: how many needed capabilities it lacks. */
    LACKS_CAPABILITY,
    ON_A_JOB,
    UNAVAILABLE,
    /** No drive to the place is known. */
    NO_ROUTE
  }
}
