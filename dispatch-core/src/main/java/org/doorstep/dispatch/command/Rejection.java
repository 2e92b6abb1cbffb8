package org.doorstep.dispatch.command;

import java.util.Locale;

/**
 * Why a well-formed command was refused: a state of things, with a stable number and code.
 *
 * <p>Numbers are never reused; new ones are added at the end.
 */
public enum Rejection {
  INCIDENT_UNKNOWN(1, Advice.CHECK, "There is no such incident in this area."),
  INCIDENT_CLOSED(2, Advice.LOOK_AGAIN, "The incident has been closed."),
  UNIT_UNKNOWN(3, Advice.CHECK, "No unit of that call sign is on shift in this area."),
  UNIT_NOT_CAPABLE(4, Advice.CHOOSE_ANOTHER, "The unit lacks what the incident needs."),
  UNIT_NOT_ASSIGNABLE(5, Advice.CHOOSE_ANOTHER, "The unit is not available."),
  UNIT_ON_JOB(6, Advice.CHOOSE_ANOTHER, "The unit is on a job."),
  SEEN_STATE_OUTDATED(
      7, Advice.LOOK_AGAIN, "The incident or the unit has changed since it was shown."),
  OVERRIDE_REASON_MISSING(
      8, Advice.ADD_WHAT_IS_MISSING, "Sending another unit than the first needs a reason."),
  RECOMMENDATION_UNKNOWN(9, Advice.LOOK_AGAIN, "The recommendation named is not the latest."),
  STAGE_OUT_OF_ORDER(10, Advice.LOOK_AGAIN, "The job is at that stage already, or past it."),
  JOB_UNKNOWN(11, Advice.LOOK_AGAIN, "The unit has no live job at that incident."),
  UNIT_ALREADY_SIGNED_ON(12, Advice.NOTHING, "The unit is on shift already."),
  INCIDENT_HAS_LIVE_JOBS(
      13, Advice.LOOK_AGAIN, "A unit is still on the incident; stand it down first."),
  PLACE_UNKNOWN(14, Advice.ADD_WHAT_IS_MISSING, "Nobody knows yet where the incident is."),
  WRONG_AREA(15, Advice.CHECK, "The command is for another area."),
  NOTHING_TO_CHANGE(16, Advice.NOTHING, "It is so already."),
  SCENE_REACHED(17, Advice.LOOK_AGAIN, "The crew has reached the scene; it clears by reporting."),
  ANSWER_OUTDATED(18, Advice.NOTHING, "Newer drive times have been asked for or given.");

  /** What whoever asked can do about it. */
  public enum Advice {
    CHECK,
    LOOK_AGAIN,
    CHOOSE_ANOTHER,
    ADD_WHAT_IS_MISSING,
    NOTHING
  }

  private final int number;
  private final Advice advice;
  private final String sentence;

  Rejection(int number, Advice advice, String sentence) {
    this.number = number;
    this.advice = advice;
    this.sentence = sentence;
  }

  /** The stable number, 1 or more. */
  public int number() {
    return number;
  }

  /** What can be done about it. */
  public Advice advice() {
    return advice;
  }

  /** The refusal in words a person can read. */
  public String sentence() {
    return sentence;
  }

  /** The stable code on the wire, for example {@code seen-state-outdated}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
