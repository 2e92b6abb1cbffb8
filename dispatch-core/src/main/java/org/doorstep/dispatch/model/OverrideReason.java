package org.doorstep.dispatch.model;

/** Why a person sent another unit than the first of the recommendation. */
public enum OverrideReason {
  /** The desk knows of a delay that the roads do not show. */
  LOCAL_KNOWLEDGE,
  /** A skill that the incident needs and the category does not say. */
  CLINICAL_NEED,
  /** Breaks, shift end, fatigue. */
  CREW_WELFARE,
  /** Keeping cover elsewhere. */
  COVER,
  /** The crew has been with this patient. */
  CONTINUITY,
  /** The crew offered itself. */
  CREW_OFFERED,
  /** Nothing was recommended when the choice was made. */
  NO_RECOMMENDATION,
  OTHER
}
