package org.doorstep.dispatch.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.Finding;
import org.doorstep.dispatch.model.Findings;

/** What the table of wishes and plans may ask; every answer is true, false or missing. */
public enum WishInput {
  RECOGNITION_OF_DEATH("recognitionOfDeath"),
  REFUSES("refuses"),
  HAS_CAPACITY("hasCapacity"),
  ADVANCE_DECISION("advanceDecision"),
  UNDER_18("under18"),
  PLAN_SEEN("planSeen"),
  COMFORT_PLAN("comfortPlan"),
  /** Whether the clinical table matched a raised score, as its winning row or another. */
  RAISED_SCORE("raisedScore"),
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

  /** The names of all. */
  public static List<String> columns() {
    List<String> columns = new ArrayList<>();
    for (WishInput each : values()) {
      columns.add(each.column);
    }
    return List.copyOf(columns);
  }

  static SortedMap<String, Optional<String>> facts(Assessment assessment, boolean raisedScore) {
    SortedMap<String, Optional<String>> facts = new TreeMap<>();
    for (WishInput each : values()) {
      facts.put(each.column, each.answer(assessment, raisedScore).map(String::valueOf));
    }
    return facts;
  }

  private Optional<Boolean> answer(Assessment assessment, boolean raisedScore) {
    Findings found = assessment.findings();
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
      case UNDER_18 -> assessment.patient().ageYears().map(age -> age < ADULT_AGE_YEARS_MIN);
      case PLAN_SEEN ->
          Answers.any(
              List.of(
                  found.answer(Finding.RESPECT_SEEN),
                  found.answer(Finding.DNACPR_SEEN),
                  found.answer(Finding.ATTORNEY_NAMED)));
      case COMFORT_PLAN -> found.answer(Finding.COMFORT_PLAN);
      case RAISED_SCORE -> Optional.of(raisedScore);
      case SUPPORT_CONCERN ->
          Answers.any(
              List.of(
                  found.answer(Finding.SAFEGUARDING_CONCERN),
                  found.answer(Finding.LIVES_ALONE),
                  Answers.not(found.answer(Finding.CARER_PRESENT))));
    };
  }
}
