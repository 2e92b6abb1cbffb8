package org.doorstep.dispatch.model;

/** A short warning or open question that belongs to an incident; codes only, never words. */
public enum Flag {
  SCENE_UNSAFE(false),
  SCENE_SAFETY_UNKNOWN(false),
  VIOLENCE(false),
  INFECTION(false),
  SAFEGUARDING(false),
  RESPECT_PLAN(false),
  REASONABLE_ADJUSTMENT(false),
  REPEAT_CALLER(false),
  CALL_WARNING(false),
  AGENCY_CONTACTED(false),
  SERVICES_REJECTED(false),
  /** The place is a guess that a person must confirm. */
  PLACE_UNCONFIRMED(true),
  /** No place is known. */
  PLACE_MISSING(true),
  /** The place lies outside the map; drive times are straight-line estimates. */
  PLACE_OFF_MAP(true),
  /** Latitude and longitude seemed swapped and were turned round. */
  PLACE_WAS_SWAPPED(true),
  PATIENT_UNIDENTIFIED(true),
  /** An NHS number fails its check digit. */
  NHS_NUMBER_SUSPECT(true),
  /** The sending system has asked to call the response off. */
  SENDER_CALLED_OFF(true),
  /** The sending system has changed its request since it was first received. */
  SENDER_UPDATED(true),
  /** Of C2's lower half: a clinician may validate it while it waits. */
  C2_STANDARD(false),
  /** On an anticoagulant or an antiplatelet. */
  HEAD_INJURY_ON_BLOOD_THINNERS(false),
  /** Has fallen or hurt the head, and nobody is there. */
  ALONE_AFTER_FALL(false),
  REFUSES_CARE(false),
  UNDER_TWO(false),
  /** Does not answer the telephone. */
  UNREACHED(false);

  private final boolean question;

  Flag(boolean question) {
    this.question = question;
  }

  /** Whether it speaks of where the incident is, and is void once the place has been corrected. */
  public boolean isAboutPlace() {
    return switch (this) {
      case PLACE_UNCONFIRMED, PLACE_MISSING, PLACE_OFF_MAP, PLACE_WAS_SWAPPED -> true;
      default -> false;
    };
  }

  /**
   * Whether the incident may end by telephone or at the desk only by a named clinician. The list is
   * an engineering default and needs clinical approval.
   */
  public boolean needsClinician() {
    return switch (this) {
      case HEAD_INJURY_ON_BLOOD_THINNERS, ALONE_AFTER_FALL, REFUSES_CARE, UNDER_TWO, UNREACHED ->
          true;
      default -> false;
    };
  }

  /** Whether a person has to settle it; else it is a warning to carry along. */
  public boolean isQuestion() {
    return question;
  }
}
