package org.doorstep.dispatch.policy.booking;

/**
 * Why a journey is planned so, or is not, in a number.
 *
 * @param amount in the unit that the code says
 */
public record PlanReason(Code code, long amount) {
  /** What the number says. */
  public enum Code {
    /** It is a transfer unit: no ambulance is taken; 0. */
    TRANSFER_UNIT,
    /** An ambulance can be spared: the greatest load of its hours, in hundredths of usual. */
    LOAD_IS_LOW,
    /** An ambulance must do: seconds until the window closes. */
    WINDOW_CLOSES,
    /** Seconds of drive to the patient. */
    DRIVE,
    /** Seconds that the patient waits after the window has opened. */
    AFTER_OPENING,
    /** Seconds between the return to the base and the end of the shift. */
    BEFORE_SHIFT_END,

    /** No unit on shift can do what is needed: how many were looked at. */
    NONE_CAPABLE,
    /** No capable unit has the seats: how many are needed. */
    NO_SEAT,
    /** Only units that are kept for emergencies could: the least load of their hours. */
    KEPT_FOR_EMERGENCIES,
    /** Nobody is there before the window closes: seconds too late, of the quickest. */
    TOO_LATE_FOR_WINDOW,
    /** Nobody is at the destination in time: seconds too late, of the quickest. */
    TOO_LATE_FOR_APPOINTMENT,
    /** The shifts end first: seconds over, of the one that comes nearest. */
    SHIFT_ENDS,
    /** A break leaves no room: seconds over, of the one that comes nearest. */
    BREAK_DUE,
    /** Alone it could be done, but not beside the others: how many units could. */
    UNITS_TAKEN
  }
}
