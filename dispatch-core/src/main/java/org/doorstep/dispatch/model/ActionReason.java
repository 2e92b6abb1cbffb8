package org.doorstep.dispatch.model;

/**
 * Why a practice is asked to act: the reasons that practices and the trust have agreed on. What is
 * none of them is for information.
 *
 * <p>ENGINEERING DEFAULT: the list needs clinical approval, and the agreement of the practices.
 */
public enum ActionReason {
  /** A clinician of the practice sees the patient again. */
  CLINICAL_REVIEW,
  MEDICATION_REVIEW,
  /** Blood, urine or another test is taken or its result looked at. */
  TEST_OR_RESULT,
  WOUND_CARE,
  FALLS_OR_FRAILTY_REVIEW,
  LONG_TERM_CONDITION_REVIEW,
  MENTAL_HEALTH_REVIEW,
  CARE_PLAN_REVIEW,
  SAFEGUARDING_FOLLOW_UP,
  SOCIAL_SUPPORT
}
