package org.doorstep.dispatch.model;

/** On what footing a patient is examined and treated. */
public enum Consent {
  GIVEN,
  /** By what the patient does, where asking was impossible. */
  IMPLIED,
  REFUSED,
  /** The patient lacks capacity. */
  BEST_INTERESTS,
  /** Given by who has parental responsibility. */
  PARENTAL
}
