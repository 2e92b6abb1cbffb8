package org.doorstep.dispatch.model;

/** What a patient can need that only some services have. */
public enum CareNeed {
  EMERGENCY,
  /** A hyper-acute stroke unit. */
  STROKE_UNIT,
  /** Primary angioplasty. */
  PRIMARY_PCI,
  MAJOR_TRAUMA_CENTRE,
  TRAUMA_UNIT,
  /** In-patient children's team. */
  PAEDIATRIC,
  /** Obstetric unit; a birth centre is none. */
  OBSTETRIC,
  /** Health-based place of safety under section 136. */
  PLACE_OF_SAFETY,
  MENTAL_HEALTH_CRISIS,
  SAME_DAY_EMERGENCY_CARE,
  MINOR_INJURY_OR_ILLNESS,
  URGENT_COMMUNITY_RESPONSE,
  FALLS_RESPONSE,
  PALLIATIVE_CARE,
  /** A clinician of the hub, by telephone. */
  CLINICAL_HUB,
  /** A community hospital's bed; asked for by people only. */
  COMMUNITY_BED,
  /** Burns unit; whether it is right is for clinicians. */
  BURNS_UNIT,
  /** Vascular surgery; whether it is right is for clinicians. */
  VASCULAR_UNIT,
  /** Acute frailty unit of a hospital. */
  ACUTE_FRAILTY_UNIT,
  /** Hospital care at home, watched from afar. */
  VIRTUAL_WARD,
  /** A hospice's clinician, by telephone. */
  PALLIATIVE_ADVICE,
  /** Somewhere to go in a mental health crisis. */
  SAFE_HAVEN,
  /** A crisis line: a mental health clinician, by telephone. */
  MENTAL_HEALTH_ADVICE,
  PHARMACY,
  DENTAL,
  OUT_OF_HOURS_GP,
  /** The patient's own practice, on the same day. */
  OWN_PRACTICE,
  STOP_SMOKING,
  ALCOHOL_SUPPORT,
  /** Strength and balance, falls prevention. */
  FALLS_PREVENTION,
  /** Company for the lonely, help for carers. */
  BEFRIENDING_AND_CARERS,
  /** Nobody has to see the patient: what to read and do. */
  SELF_CARE
}
