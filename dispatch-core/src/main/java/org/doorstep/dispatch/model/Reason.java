package org.doorstep.dispatch.model;

/**
 * One factor behind a rank or an exclusion.
 *
 * @param amount what the code counts, in the unit that stands with it; 0 where it counts nothing
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
    NO_ROUTE,
    /** Best of all when everything is weighed. */
    BEST,
    /** Amount: weighted seconds by which all waiting patients together would be worse served. */
    DEARER_THAN_FIRST,
    /** Amount: ten-thousandths of the expected demand that could no longer be reached in time. */
    COVER_LOST,
    /** It would leave a less urgent patient. Amount: weighted seconds that this costs. */
    DIVERTS,
    /** Amount: seconds until it is likely to be free. */
    FREE_SOON,
    /** Amount: minutes that it is likely to be busy with this patient. */
    BUSY_FOR,
    /** Amount: percentage points of this shift that it was busier than the others. */
    WORKLOAD,
    /** Amount: seconds until its break has to begin; negative: that long overdue. */
    BREAK_DUE,
    /** The divert rules of the area keep it where it is. */
    DIVERT_FORBIDDEN
  }
}
