package org.doorstep.dispatch.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.Finding;

/**
 * Computes what the table of the minimum level of care asks from what a crew has written down.
 *
 * <p>Missing stays missing. The score is the worse of the last two rounds, so that one better round
 * lowers nothing by itself; while parts of it are missing, it is the least that it can be, so that
 * what is known already raises the level. The age limits, and the glucose below which a positive
 * FAST is not taken for a stroke, are engineering defaults that need clinical approval.
 */
final class ClinicalFacts {
  private static final int ABDOMINAL_PAIN_AGE_YEARS_MAX = 65;
  private static final int ADULT_AGE_YEARS_MIN = 18;
  private static final int HYPOGLYCAEMIA_TENTHS_MAX = 39;

  private final Assessment assessment;
  private final EffectiveFindings findings;
  private final Optional<Integer> ageYears;
  private final SortedMap<String, Optional<String>> facts = new TreeMap<>();

  private ClinicalFacts(Assessment assessment) {
    this.assessment = assessment;
    this.findings = new EffectiveFindings(assessment);
    this.ageYears = assessment.patient().ageYears();
  }

  /** Every input of {@link ClinicalInput}, by its column. */
  static SortedMap<String, Optional<String>> of(Assessment assessment) {
    ClinicalFacts computed = new ClinicalFacts(assessment);
    computed.putEmergencies();
    computed.putServices();
    computed.putScore();
    return computed.facts;
  }

  private void putEmergencies() {
    put(ClinicalInput.LIFE_THREAT, findings.anyOf(Finding.Topic.LIFE_THREAT));
    put(ClinicalInput.HEART_ATTACK, findings.answer(Finding.STEMI));
    put(ClinicalInput.STROKE, stroke());
    put(ClinicalInput.FAST_POSITIVE, findings.answer(Finding.FAST_POSITIVE));
    put(ClinicalInput.MAJOR_TRAUMA, findings.answer(Finding.TRAUMA_TOOL_POSITIVE));
    Optional<Boolean> illChild =
        Answers.all(
            List.of(
                isYoungerThan(News2.AGE_YEARS_MIN).or(() -> findings.answer(Finding.ACUTELY_ILL)),
                findings.answer(Finding.ACUTELY_ILL)));
    put(
        ClinicalInput.SPECIALIST_EMERGENCY,
        Answers.any(List.of(findings.answer(Finding.OBSTETRIC_EMERGENCY), illChild)));
    put(ClinicalInput.RED_FLAG, redFlag());
  }

  private void putServices() {
    put(
        ClinicalInput.URGENT_COMMUNITY_CONDITION,
        Answers.all(
            List.of(
                findings.anyOf(Finding.Topic.URGENT_COMMUNITY),
                Answers.not(isYoungerThan(ADULT_AGE_YEARS_MIN)))));
    put(
        ClinicalInput.EXPECTED_DETERIORATION,
        Answers.all(
            List.of(
                findings.answer(Finding.PALLIATIVE_KNOWN),
                findings.answer(Finding.DETERIORATION_EXPECTED))));
    put(ClinicalInput.SAME_DAY_CRITERIA, findings.answer(Finding.SAME_DAY_CRITERIA));
    put(ClinicalInput.MENTAL_HEALTH_CRISIS, findings.answer(Finding.MENTAL_HEALTH_CRISIS));
    put(ClinicalInput.UNINJURED_FALL, findings.answer(Finding.UNINJURED_FALL));
    put(ClinicalInput.LONG_LIE, findings.answer(Finding.LONG_LIE));
    put(ClinicalInput.MINOR_INJURY_OR_ILLNESS, findings.answer(Finding.MINOR_INJURY_OR_ILLNESS));
    put(ClinicalInput.AMBULATORY, findings.answer(Finding.AMBULATORY));
    put(ClinicalInput.SAFE_AT_HOME, findings.answer(Finding.SAFE_AT_HOME));
    put(ClinicalInput.ALL_ASKED, Optional.of(findings.notAsked().isEmpty()));
    put(ClinicalInput.FOLLOW_UP_NAMED, findings.answer(Finding.FOLLOW_UP_NAMED));
  }

  private void putScore() {
    News2Course course = News2Course.of(assessment);
    boolean twoSets = course.completeRounds() >= News2.ROUNDS_COUNTING;
    put(ClinicalInput.TWO_SETS, Optional.of(twoSets));
    facts.put(ClinicalInput.NEWS2.column(), course.total().map(String::valueOf));
    put(ClinicalInput.SINGLE_THREE, course.singleThree());
    put(
        ClinicalInput.VALID_SCORE,
        Optional.of(
            course.isComplete()
                && ageYears.isPresent()
                && assessment.patient().pregnant().isPresent()));
  }

  /** A positive FAST, unless it is known to be too late or to come with a low glucose. */
  private Optional<Boolean> stroke() {
    return findings
        .answer(Finding.FAST_POSITIVE)
        .map(
            positive ->
                positive
                    && !findings.has(Finding.STROKE_ONSET_BEYOND_WINDOW)
                    && !isHypoglycaemic());
  }

  private boolean isHypoglycaemic() {
    return assessment
        .latest()
        .flatMap(round -> round.bedside().glucoseTenths())
        .map(tenths -> tenths <= HYPOGLYCAEMIA_TENTHS_MAX)
        .orElse(false);
  }

  private Optional<Boolean> redFlag() {
    List<Optional<Boolean>> flags = new ArrayList<>();
    flags.add(assessment.patient().pregnant());
    for (Finding each : Finding.Topic.RED_FLAG.findings()) {
      boolean isOfAge = ageYears.orElse(Integer.MAX_VALUE) > ABDOMINAL_PAIN_AGE_YEARS_MAX;
      if (each != Finding.ABDOMINAL_PAIN || isOfAge) {
        flags.add(findings.answer(each));
      }
    }
    return Answers.any(flags);
  }

  private Optional<Boolean> isYoungerThan(int years) {
    return ageYears.map(age -> age < years);
  }

  private void put(ClinicalInput input, Optional<Boolean> answer) {
    facts.put(input.column(), answer.map(String::valueOf));
  }
}
