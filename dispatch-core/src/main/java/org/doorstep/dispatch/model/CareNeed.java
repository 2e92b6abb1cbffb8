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
  COMMUNITY_BED
}
