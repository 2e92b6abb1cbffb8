package org.doorstep.dispatch.model;

import java.util.Arrays;
import java.util.List;

/**
 * What a clinician has found present or absent in a patient, at the scene or in the records.
 *
 * <p>Names are part of the API. What counts as each is for the operating service's clinical
 * guidelines to say.
 */
public enum Finding {
  CARDIAC_ARREST(Topic.LIFE_THREAT),
  PERI_ARREST(Topic.LIFE_THREAT),
  AIRWAY_AT_RISK(Topic.LIFE_THREAT),
  UNCONTROLLED_BLEEDING(Topic.LIFE_THREAT),

  STEMI(Topic.TIME_CRITICAL),
  FAST_POSITIVE(Topic.TIME_CRITICAL),
  /** Known to have begun too long ago for the stroke pathway; absent covers an unknown onset. */
  STROKE_ONSET_BEYOND_WINDOW(Topic.TIME_CRITICAL),
  TRAUMA_TOOL_POSITIVE(Topic.TIME_CRITICAL),
  OBSTETRIC_EMERGENCY(Topic.TIME_CRITICAL),
  /** By the clinician's judgement; asked of patients under 16. */
  ACUTELY_ILL(Topic.TIME_CRITICAL),

  CHEST_PAIN(Topic.RED_FLAG),
  SYNCOPE(Topic.RED_FLAG),
  FIRST_OR_WORST_HEADACHE(Topic.RED_FLAG),
  /** A red flag over 65, and while the age is unknown. */
  ABDOMINAL_PAIN(Topic.RED_FLAG),
  BACK_PAIN_WITH_NEUROLOGY(Topic.RED_FLAG),
  OVERDOSE(Topic.RED_FLAG),
  SUSPECTED_SEPSIS(Topic.RED_FLAG),
  NON_BLANCHING_RASH(Topic.RED_FLAG),
  HEAD_INJURY_WITH_LOSS_OR_AMNESIA(Topic.RED_FLAG),
  /** On an anticoagulant or an antiplatelet. */
  HEAD_INJURY_ON_BLOOD_THINNERS(Topic.RED_FLAG),
  /** Chemotherapy within six weeks, or immunosuppressed and unwell. */
  IMMUNOSUPPRESSED_UNWELL(Topic.RED_FLAG),
  STEROID_DEPENDENT_UNWELL(Topic.RED_FLAG),
  DIALYSIS(Topic.RED_FLAG),
  AUTONOMIC_DYSREFLEXIA(Topic.RED_FLAG),
  RECONTACT_WITHIN_48_HOURS(Topic.RED_FLAG),

  FALL_WITHOUT_SERIOUS_INJURY(Topic.URGENT_COMMUNITY),
  FRAILTY_DECOMPENSATION(Topic.URGENT_COMMUNITY),
  REDUCED_FUNCTION(Topic.URGENT_COMMUNITY),
  PALLIATIVE_CRISIS(Topic.URGENT_COMMUNITY),
  URGENT_EQUIPMENT(Topic.URGENT_COMMUNITY),
  CONFUSION_OR_DELIRIUM(Topic.URGENT_COMMUNITY),
  URGENT_CATHETER_CARE(Topic.URGENT_COMMUNITY),
  URGENT_DIABETES_SUPPORT(Topic.URGENT_COMMUNITY),
  UNPAID_CARER_BREAKDOWN(Topic.URGENT_COMMUNITY),

  UNINJURED_FALL(Topic.SERVICE),
  /** More than an hour on the floor. */
  LONG_LIE(Topic.SERVICE),
  MINOR_INJURY_OR_ILLNESS(Topic.SERVICE),
  AMBULATORY(Topic.SERVICE),
  SAME_DAY_CRITERIA(Topic.SERVICE),
  MENTAL_HEALTH_CRISIS(Topic.SERVICE),
  PALLIATIVE_KNOWN(Topic.SERVICE),
  DETERIORATION_EXPECTED(Topic.SERVICE),
  SAFE_AT_HOME(Topic.SERVICE),
  FOLLOW_UP_NAMED(Topic.SERVICE),

  OBVIOUS_DEATH(Topic.WISHES),
  /** Choking, anaphylaxis and the like: a decision not to attempt CPR does not speak of these. */
  REVERSIBLE_CAUSE(Topic.WISHES),
  REFUSES(Topic.WISHES),
  /** Capacity for this decision, tested and recorded. */
  HAS_CAPACITY(Topic.WISHES),
  ADVANCE_DECISION_FOUND(Topic.WISHES),
  RESPECT_SEEN(Topic.WISHES),
  /** A valid decision not to attempt CPR was seen. */
  DNACPR_SEEN(Topic.WISHES),
  ATTORNEY_NAMED(Topic.WISHES),
  COMFORT_PLAN(Topic.WISHES),
  /** Plans contradict one another. */
  PLANS_CONFLICT(Topic.WISHES),
  /** Plans were looked for and could not be located. */
  PLANS_NOT_LOCATED(Topic.WISHES),
  SAFEGUARDING_CONCERN(Topic.WISHES),
  LIVES_ALONE(Topic.WISHES),
  CARER_PRESENT(Topic.WISHES);

  private final Topic topic;

  /** What kind of question a finding answers. */
  public enum Topic {
    LIFE_THREAT,
    TIME_CRITICAL,
    RED_FLAG,
    /** One of the nine conditions of the two-hour urgent community response. */
    URGENT_COMMUNITY,
    /** What a service or a stay at home depends on. */
    SERVICE,
    /** Wishes, capacity, plans, and who is there. */
    WISHES;

    /** The findings of this kind, in their order. */
    public List<Finding> findings() {
      return Arrays.stream(Finding.values()).filter(each -> each.topic == this).toList();
    }
  }

  Finding(Topic topic) {
    this.topic = topic;
  }

  /** What kind of question it answers. */
  public Topic topic() {
    return topic;
  }
}
