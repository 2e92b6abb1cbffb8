package org.doorstep.simulator.check;

import java.time.Instant;

/**
 * A promise that was broken.
 *
 * @param at when it was seen, in the time that the judge is told
 * @param about which ids it concerns, and how
 */
public record Violation(Code code, Instant at, String about) {

  /** Which promise. */
  public enum Code {
    /** A unit was sent while it had a job. */
    UNIT_ON_TWO_JOBS,
    /** A unit was sent that is not on shift, or went off shift with a job. */
    UNIT_NOT_ON_SHIFT,
    /** Something happened to an incident that is not open. */
    JOB_OF_CLOSED_INCIDENT,
    /** A number of the log is missing. */
    SEQUENCE_GAP,
    /** A number of the log stands for two events. */
    SPLIT_LOG,
    /** An event is older than the one ahead of it. */
    CLOCK_BACK,
    /** What was answered is not what the log holds. */
    ACKNOWLEDGED_LOST,
    /**
     * An answer was decided before the question: by an area that did not know what it knew then.
     */
    ANSWER_FROM_THE_PAST,
    /** One command was answered in two ways. */
    TOLD_TWO_THINGS,
    /** One command has events in two places of the log. */
    DONE_TWICE,
    /** Something owed is past its time, and was neither done nor said to be late. */
    INCIDENT_FORGOTTEN,
    /** Something was said to be late that was not owed at that time. */
    OVERDUE_NOT_OWED,
    /** Drive times were asked for, and nobody has answered. */
    DRIVE_TIMES_FORGOTTEN,
    /** A command was given, and whoever gave it still waits. */
    COMMAND_NEVER_ANSWERED,
    /** An incident was closed, or let go, while something was owed to a patient of it. */
    CLOSED_BUT_OWED,
    /** All crews have left an incident that one of them attended, and it is still open. */
    CREWS_CLEAR_NOT_CLOSED,
    /** A unit was sent to an incident that is booked for later. */
    BOOKED_NOT_RELEASED
  }
}
