package org.doorstep.dispatch.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.Finding;

/** What the table of wishes and plans may ask; every answer is true, false or missing. */
public enum WishInput {
  RECOGNITION_OF_DEATH("recognitionOfDeath"),
  REFUSES("refuses"),
  HAS_CAPACITY("hasCapacity"),
  ADVANCE_DECISION("advanceDecision"),
  /** The advance decision is valid, it applies, and the original was seen. */
  ADVANCE_DECISION_SETTLED("advanceDecisionSettled"),
  UNDER_18("under18"),
  PLAN_SEEN("planSeen"),
  PLANS_CONFLICT("plansConflict"),
  PLANS_NOT_LOCATED("plansNotLocated"),
  COMFORT_PLAN("comfortPlan"),
  /** Whether the clinical table was told of a raised score, whichever row has decided. */
  RAISED_SCORE("raisedScore"),
  ACUTE_PROPOSED("acuteProposed"),
  SUPPORT_CONCERN("supportConcern");

  private static final int ADULT_AGE_YEARS_MIN = 18;

  private final String column;

  WishInput(String column) {
    this.column = column;
  }

  /** Its name in the table. */
  public String column() {
    return column;
  }

  /** What all of them can be: in wishes no answer is worse than another. */
  static List<InputDomain> domains() {
    return Arrays.stream(values()).map(each -> InputDomain.either(each.column)).toList();
  }

  /**
   * The answers that an assessment gives.
   *
   * @param raisedScore whether the score is raised
   * @param acuteProposed whether acute care is proposed
   */
  static SortedMap<String, Optional<String>> facts(
      Assessment assessment, boolean raisedScore, boolean acuteProposed) {
    SortedMap<String, Optional<String>> facts = new TreeMap<>();
    for (WishInput each : values()) {
      Optional<Boolean> answer =
          switch (each) {
            case RAISED_SCORE -> Optional.of(raisedScore);
            case ACUTE_PROPOSED -> Optional.of(acuteProposed);
            default -> each.answer(assessment, new EffectiveFindings(assessment));
          };
      facts.put(each.column, answer.map(String::valueOf));
    }
    return facts;
  }

  private Optional<Boolean> answer(Assessment assessment, EffectiveFindings found) {
    return switch (this) {
      case RECOGNITION_OF_DEATH ->
          Answers.any(
              List.of(
                  found.answer(Finding.OBVIOUS_DEATH),
                  Answers.all(
                      List.of(
                          found.answer(Finding.CARDIAC_ARREST),
                          found.answer(Finding.DNACPR_SEEN),
                          Answers.not(found.answer(Finding.REVERSIBLE_CAUSE))))));
      case REFUSES -> found.answer(Finding.REFUSES);
      case HAS_CAPACITY -> found.answer(Finding.HAS_CAPACITY);
      case ADVANCE_DECISION -> found.answer(Finding.ADVANCE_DECISION_FOUND);
      case ADVANCE_DECISION_SETTLED -> found.advanceDecisionSettled();
      case UNDER_18 -> assessment.patient().ageYears().map(age -> age < ADULT_AGE_YEARS_MIN);
      case PLAN_SEEN -> found.planSeen();
      case PLANS_CONFLICT -> found.answer(Finding.PLANS_CONFLICT);
      case PLANS_NOT_LOCATED -> found.answer(Finding.PLANS_NOT_LOCATED);
      case COMFORT_PLAN -> found.answer(Finding.COMFORT_PLAN);
      case SUPPORT_CONCERN -> found.supportConcern();
      case RAISED_SCORE, ACUTE_PROPOSED -> Optional.empty();
    };
  }
}
