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
    /** An emergency department says that it takes nobody. Amount: age of the word in seconds. */
    CAPACITY_PAUSED,
    /** All that could take the patient say that they are full or paused: ask by voice. */
    ALL_SHUT,
    /** Put first for its shorter queue. Amount: seconds until clear that are won. */
    LEVELLED,
    /** Not first for its queue. Amount: seconds until clear that would be lost. */
    LEVELLED_BEHIND,
    /** A clinician speaks to a clinician there before the patient goes. */
    CALL_FIRST,
    /** Amount: minutes within which it says yes or no. */
    ANSWERS_WITHIN,
    /** Amount: minutes within which it sees the patient. */
    VISITS_WITHIN,
    /** Amount: places that it says are left. */
    PLACES_LEFT,
    /** Open, but without x-ray on arrival. */
    NO_XRAY,
    /** It closes within an hour of arrival. Amount: seconds from arrival until then. */
    CLOSES_SOON,
    /** It takes women or men only, and the patient's sex is unknown. */
    SEX_UNKNOWN,
    /** It takes patients of some practices only, and the patient's is unknown. */
    PRACTICE_UNKNOWN,
    /**
     * It takes those who live in some districts only, and it is unknown whether the patient does.
     */
    DISTRICT_UNKNOWN,
    /** It takes those who walk, and nobody has said that the patient does. */
    MUST_WALK,
    /** It takes those who can sit in a chair, and the patient may not walk. */
    MUST_SIT,

    /** It does not have what the patient needs. */
    LACKS_NEED,
    /** The triage system's outcome is none that it takes. */
    OTHER_DISPOSITION,
    /** The triage system's symptom is none that it takes. */
    OTHER_SYMPTOM,
    /** It takes no patients from whoever asks. */
    REFERRER_NOT_TAKEN,
    OTHER_SEX,
    OTHER_PRACTICE,
    OTHER_DISTRICT,
    NOT_AMBULATORY,
    /** It does not come so far. Amount: kilometres beyond its circle, 0 for another district. */
    OUT_OF_REACH,
    CLOSED,
    /** Open now, and closed by the time the patient would be there. */
    CLOSED_ON_ARRIVAL,
    /** The hour until which it takes referrals has passed. */
    LAST_REFERRAL_PAST,
    /** Amount: age of the word in seconds. */
    PAUSED,
    /** By telephone only just now. Amount: age of the word in seconds. */
    ADVICE_ONLY,
    /** It took patients until an hour that has passed. Amount: age of the word in seconds. */
    NO_MORE_TODAY,
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
