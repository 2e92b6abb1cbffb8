package org.doorstep.dispatch.model;

/** Why care happens elsewhere than the protocol proposed. */
public enum ChoiceReason {
  PATIENT_WISHES,
  CARE_PLAN,
  HUB_AGREED,
  CLINICAL_JUDGEMENT,
  SERVICE_UNAVAILABLE,
  CARER_PRESENT,
  OTHER
}
