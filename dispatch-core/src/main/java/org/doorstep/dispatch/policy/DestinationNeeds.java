package org.doorstep.dispatch.policy;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.policy.DestinationQuestion.Patient;

/**
 * What a service must have to take a patient, kind by kind, the best kind first: the bypass rules.
 *
 * <p>They are engineering defaults that need clinical approval. Under {@link #CHILD_AGE_YEARS_MAX}
 * a children's team is needed; where age or pregnancy decide and are unknown, both teams are.
 */
final class DestinationNeeds {
  private static final int CHILD_AGE_YEARS_MAX = 15;

  private DestinationNeeds() {}

  /** Each inner list is one kind of service; none of them where nobody has to take the patient. */
  static List<List<CareNeed>> of(DestinationQuestion question) {
    Patient patient = question.patient();
    return switch (question.destination()) {
      case NEAREST_SUITABLE_EMERGENCY_DEPARTMENT -> List.of(List.of(CareNeed.EMERGENCY));
      case HEART_ATTACK_CENTRE -> List.of(List.of(CareNeed.PRIMARY_PCI));
      case STROKE_UNIT -> List.of(List.of(CareNeed.STROKE_UNIT));
      case TRAUMA_CENTRE ->
          List.of(List.of(CareNeed.MAJOR_TRAUMA_CENTRE), List.of(CareNeed.TRAUMA_UNIT));
      case OBSTETRIC_OR_PAEDIATRIC_SITE -> List.of(obstetricOrPaediatric(patient));
      case EMERGENCY_DEPARTMENT -> List.of(emergency(patient));
      case CLINICAL_HUB -> List.of(List.of(CareNeed.CLINICAL_HUB), emergency(patient));
      case SAME_DAY_EMERGENCY_CARE -> List.of(List.of(CareNeed.SAME_DAY_EMERGENCY_CARE));
      case URGENT_COMMUNITY_RESPONSE -> List.of(List.of(CareNeed.URGENT_COMMUNITY_RESPONSE));
      case FALLS_SERVICE -> List.of(List.of(CareNeed.FALLS_RESPONSE));
      case URGENT_TREATMENT_CENTRE -> List.of(List.of(CareNeed.MINOR_INJURY_OR_ILLNESS));
      case MENTAL_HEALTH_CRISIS_SERVICE ->
          List.of(
              List.of(
                  patient.section136() ? CareNeed.PLACE_OF_SAFETY : CareNeed.MENTAL_HEALTH_CRISIS));
      case PALLIATIVE_TEAM -> List.of(List.of(CareNeed.PALLIATIVE_CARE));
      case HOME -> List.of();
    };
  }

  /** What is offered where no service of the kinds asked for can take the patient. */
  static List<List<CareNeed>> fallback(DestinationQuestion question) {
    return switch (question.destination()) {
      case HOME -> List.of();
      case NEAREST_SUITABLE_EMERGENCY_DEPARTMENT,
          HEART_ATTACK_CENTRE,
          STROKE_UNIT,
          TRAUMA_CENTRE,
          OBSTETRIC_OR_PAEDIATRIC_SITE,
          EMERGENCY_DEPARTMENT ->
          List.of(List.of(CareNeed.EMERGENCY));
      default ->
          List.of(
              List.of(CareNeed.CLINICAL_HUB),
              emergency(question.patient()),
              List.of(CareNeed.EMERGENCY));
    };
  }

  private static List<CareNeed> emergency(Patient patient) {
    List<CareNeed> needs = new ArrayList<>(List.of(CareNeed.EMERGENCY));
    if (patient.ageYears().isPresent() && patient.ageYears().get() <= CHILD_AGE_YEARS_MAX) {
      needs.add(CareNeed.PAEDIATRIC);
    }
    if (patient.pregnant().orElse(false)) {
      needs.add(CareNeed.OBSTETRIC);
    }
    return needs;
  }

  private static List<CareNeed> obstetricOrPaediatric(Patient patient) {
    boolean isGrownUp = patient.ageYears().map(age -> age > CHILD_AGE_YEARS_MAX).orElse(false);
    boolean isNotPregnant = patient.pregnant().map(pregnant -> !pregnant).orElse(false);
    List<CareNeed> needs = new ArrayList<>(List.of(CareNeed.EMERGENCY));
    if (!isGrownUp) {
      needs.add(CareNeed.PAEDIATRIC);
    }
    if (isGrownUp || !isNotPregnant) {
      needs.add(CareNeed.OBSTETRIC);
    }
    return needs;
  }
}
