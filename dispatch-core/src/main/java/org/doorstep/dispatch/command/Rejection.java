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
  ANSWER_OUTDATED(18, Advice.NOTHING, "Newer drive times have been asked for or given."),
  PATIENT_UNKNOWN(19, Advice.CHECK, "There is no such patient in this incident."),
  PATIENT_SETTLED(20, Advice.LOOK_AGAIN, "Nobody owes this patient anything any more."),
  CHOICE_REASON_MISSING(
      21, Advice.ADD_WHAT_IS_MISSING, "Care elsewhere than proposed needs a reason."),
  DISPOSITION_MISSING(22, Advice.ADD_WHAT_IS_MISSING, "Nobody has chosen where care happens."),
  DISPOSITION_UNFIT(23, Advice.LOOK_AGAIN, "Where care happens does not go with this step."),
  CREW_ON_SCENE(24, Advice.LOOK_AGAIN, "A crew is with the patient, so care is not by telephone."),
  NOT_AT_SCENE(25, Advice.LOOK_AGAIN, "No crew has reached the patient yet."),
  REFERRAL_OPEN(26, Advice.LOOK_AGAIN, "A referral of this patient is still open."),
  REFERRAL_MISSING(
      27, Advice.CHOOSE_ANOTHER, "No service has accepted this patient and nobody owns it."),
  REFERRAL_UNKNOWN(28, Advice.LOOK_AGAIN, "There is no such referral of this patient."),
  REFERRAL_ANSWERED(29, Advice.LOOK_AGAIN, "The referral is past that step."),
  PRE_ALERT_MISSING(30, Advice.LOOK_AGAIN, "No pre-alert was sent for this patient."),
  PRE_ALERT_ANSWERED(31, Advice.NOTHING, "The pre-alert was acknowledged already."),
  PATIENT_RECEIVED(32, Advice.NOTHING, "The destination has taken this patient over already."),
  HANDOVER_UNSIGNED(
      33, Advice.ADD_WHAT_IS_MISSING, "The handover of a patient has not been signed."),
  HANDOVER_SIGNED(34, Advice.LOOK_AGAIN, "The handover of this patient has been signed."),
  HANDOVER_ELSEWHERE(35, Advice.LOOK_AGAIN, "The handover is not at that step."),
  EMERGENCY_UNKNOWN(36, Advice.LOOK_AGAIN, "The unit has not called for urgent help."),
  EMERGENCY_RAISED(37, Advice.NOTHING, "The unit has called for urgent help already."),
  DIVERT_UNSEEN(38, Advice.LOOK_AGAIN, "The unit does not leave the incident that was named."),
  DIVERT_FORBIDDEN(
      39, Advice.ADD_WHAT_IS_MISSING, "The area's divert rules keep the unit where it is."),
  STATION_UNCHANGED(40, Advice.NOTHING, "The unit was told to stand by there already."),
  REVIEW_UNKNOWN(41, Advice.LOOK_AGAIN, "The review named is not the latest."),
  MOVES_USED_UP(
      42, Advice.CHOOSE_ANOTHER, "The crew, or the area, has been moved as often as it may be."),
  BOOKING_UNFIT(
      60, Advice.CHECK, "Only requests of professionals and transfers (HCP, IFT) can be booked."),
  BOOKING_PAST(61, Advice.CHECK, "The booked window has closed already."),
  BOOKING_TOO_FAR(62, Advice.CHECK, "The booked window opens too many days ahead."),
  BOOKING_MISSING(63, Advice.LOOK_AGAIN, "The incident is not booked."),
  BOOKING_RELEASED(64, Advice.NOTHING, "The booking has been released already."),
  BOOKING_NOT_RELEASED(
      65, Advice.LOOK_AGAIN, "The incident is booked for later; release it before anyone is sent."),
  BOOKING_UNDER_WAY(
      66, Advice.LOOK_AGAIN, "A crew is on the booked journey, or was; it cannot be changed."),
  CLINICIAN_NEEDED(
      80, Advice.CHOOSE_ANOTHER, "This needs the name of a clinician; ask the hub to decide."),
  CASE_TAKEN(81, Advice.LOOK_AGAIN, "Somebody else has the case."),
  CASE_NOT_TAKEN(82, Advice.LOOK_AGAIN, "Take the case first."),
  CALL_BACK_MISSING(83, Advice.LOOK_AGAIN, "The incident is not on the queue of call-backs."),
  CATEGORY_UNFIT(
      84, Advice.ADD_WHAT_IS_MISSING, "The new category does not go with what was said."),
  REVIEW_NOT_OPEN(85, Advice.LOOK_AGAIN, "No review of this incident is open."),
  PROPOSAL_MISSING(86, Advice.LOOK_AGAIN, "The hub has proposed nothing that is unanswered."),
  WORDS_MISSING(87, Advice.ADD_WHAT_IS_MISSING, "What was said has to be recorded."),
  PARTY_MISSING(
      88, Advice.ADD_WHAT_IS_MISSING, "Somebody of the crew must be among those who have spoken."),
  AGREEMENT_MISSING(
      89, Advice.ADD_WHAT_IS_MISSING, "Hub and crew have not agreed on that; record it first."),
  MERGE_UNFIT(90, Advice.LOOK_AGAIN, "One of the two is another patient of the incident already."),
  PATIENT_MERGED(
      91, Advice.LOOK_AGAIN, "This is the same person as another patient, who stands for both.");

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
