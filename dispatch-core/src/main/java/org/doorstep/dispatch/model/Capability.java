package org.doorstep.dispatch.model;

/** Something a unit can do, or an incident needs done. */
public enum Capability {
  /** A registered clinician who can assess. */
  ASSESSMENT,
  /** Defibrillator, oxygen, airway and first drugs. */
  EMERGENCY_CARE,
  /** A paramedic. */
  PARAMEDIC,
  /** Advanced practice: wider drugs, wound closure, referral by right. */
  ADVANCED_CARE,
  /** Pre-hospital critical care. */
  CRITICAL_CARE,
  /** Can carry a lying patient. */
  CONVEYANCE,
  /** Mental health practice. */
  MENTAL_HEALTH,
  /** Can lift an uninjured faller. */
  FALLS_LIFTING,
  /** Equipped for a very heavy patient. */
  BARIATRIC
}
