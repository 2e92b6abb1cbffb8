package org.doorstep.dispatch.model;

import java.util.Optional;

/** What kind of place or service takes a patient on, with its BaRS use case where one exists. */
public enum DestinationClass {
  /** The nearest emergency department, or trauma centre, that can treat the threat. */
  NEAREST_SUITABLE_EMERGENCY_DEPARTMENT,
  HEART_ATTACK_CENTRE,
  STROKE_UNIT,
  /** A major trauma centre within the area's drive, else a trauma unit. */
  TRAUMA_CENTRE,
  /** Which of the two follows from the patient. */
  OBSTETRIC_OR_PAEDIATRIC_SITE,
  EMERGENCY_DEPARTMENT,
  /** The clinical hub decides with the crew; the emergency department stands until it has. */
  CLINICAL_HUB,
  SAME_DAY_EMERGENCY_CARE("a1t9"),
  URGENT_COMMUNITY_RESPONSE("a4t3"),
  FALLS_SERVICE("a4t2"),
  URGENT_TREATMENT_CENTRE("a1t6"),
  MENTAL_HEALTH_CRISIS_SERVICE,
  PALLIATIVE_TEAM,
  HOME;

  private final Optional<String> barsUseCase;

  DestinationClass() {
    this.barsUseCase = Optional.empty();
  }

  DestinationClass(String barsUseCase) {
    this.barsUseCase = Optional.of(barsUseCase);
  }

  /** The code of the referral's use case in the booking and referral standard. */
  public Optional<String> barsUseCase() {
    return barsUseCase;
  }
}
