package org.doorstep.handover.gp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.handover.gp.PlanConflicts.Conflict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * FEATURE: plans that contradict each other stop whoever reads them, each kind of plan says its
 * weight in law, and an age that cannot be the patient's is found.
 */
class PlanConflictsTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-26");

  /**
   * Two plans of a kind each, with what they say of resuscitation; in the last column: conflict.
   */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "RESPECT,         ATTEMPT,        DNACPR,                    -,              true",
        "DNACPR,          -,              RESPECT,                   ATTEMPT,        true",
        "RESPECT,         DO_NOT_ATTEMPT, DNACPR,                    -,              false",
        "RESPECT,         -,              DNACPR,                    -,              false",
        "OTHER_PLAN,      ATTEMPT,        DNACPR,                    -,              true",
        "RESPECT,         ATTEMPT,        RESPECT,                   DO_NOT_ATTEMPT, true",
        "RESPECT,         DO_NOT_ATTEMPT, RESPECT,                   DO_NOT_ATTEMPT, true",
        "DNACPR,          -,              DNACPR,                    -,              false",
        "ADVANCE_DECISION,-,              LASTING_POWER_OF_ATTORNEY, -,              true",
        "ADVANCE_DECISION,-,              DNACPR,                    -,              false",
        "ADVANCE_DECISION,-,              ADVANCE_DECISION,          -,              true",
        "DEPUTY,          -,              LASTING_POWER_OF_ATTORNEY, -,              true",
        "DEPUTY,          -,              ADVANCE_DECISION,          -,              false",
        "PREFERRED_PLACE_OF_CARE,-,       PREFERRED_PLACE_OF_CARE,   -,              true",
        "PREFERRED_PLACE_OF_CARE,-,       RESPECT,                   ATTEMPT,        false",
        "OTHER_PLAN,      -,              OTHER_PLAN,                -,              false",
      })
  void pair_ofPlans_isAContradictionOrNot(
      PlanKind one,
      @Nullable Cpr oneCpr,
      PlanKind other,
      @Nullable Cpr otherCpr,
      boolean conflict) {
    List<KnownPlan> plans =
        List.of(plan(one, oneCpr, "one", true, null), plan(other, otherCpr, "other", true, null));

    assertThat(PlanConflicts.list(plans, TODAY)).hasSize(conflict ? 1 : 0);
  }

  @Test
  void contradiction_saysWhichTwoAndThatASeniorIsCalled() {
    List<Conflict> found =
        PlanConflicts.list(
            List.of(
                plan(PlanKind.PREFERRED_PLACE_OF_CARE, null, "home", true, null),
                plan(PlanKind.RESPECT, Cpr.ATTEMPT, "a", true, null),
                plan(PlanKind.DNACPR, null, "b", true, null)),
            TODAY);

    assertThat(found)
        .containsExactly(
            new Conflict(
                1,
                2,
                "The ReSPECT plan recommends that resuscitation is attempted, the DNACPR that it is not."
                    + " Stop and call a senior before you rely on either."));
  }

  @Test
  void plans_withdrawnOrExpired_contradictNobody() {
    KnownPlan attempt = plan(PlanKind.RESPECT, Cpr.ATTEMPT, "a", true, null);

    assertThat(
            PlanConflicts.list(
                List.of(attempt, plan(PlanKind.DNACPR, null, "b", false, null)), TODAY))
        .isEmpty();
    assertThat(
            PlanConflicts.list(
                List.of(attempt, plan(PlanKind.DNACPR, null, "b", true, "2026-11-25")), TODAY))
        .isEmpty();
    assertThat(
            PlanConflicts.list(
                List.of(attempt, plan(PlanKind.DNACPR, null, "b", true, "2026-11-26")), TODAY))
        .hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(PlanKind.class)
  void kind_saysItsWeightInOneSentenceAndAsksTwoQuestions(PlanKind kind) {
    assertThat(kind.meaning()).endsWith(".").doesNotContain(". ");
    assertThat(kind.asksValid()).endsWith("?").startsWith("Valid: ");
    assertThat(kind.asksApplicable()).endsWith("?").startsWith("Applicable: ");
  }

  @Test
  void kinds_standInTheOrderOfTheLaw() {
    assertThat(Stream.of(PlanKind.values()))
        .startsWith(PlanKind.ADVANCE_DECISION, PlanKind.LASTING_POWER_OF_ATTORNEY, PlanKind.DEPUTY);
    assertThat(PlanKind.DNACPR.meaning())
        .contains("resuscitation only")
        .contains("never means do not treat");
    assertThat(PlanKind.ADVANCE_DECISION.meaning())
        .contains("valid and applicable", "18 or over", "in doubt treat and call a senior");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2008-11-27, 2026-11-26, true",
        "2008-11-26, 2026-11-26, false",
        "2008,       2026-11-26, false",
        "2009,       2026,       true",
        "-,          2026-11-26, false",
      })
  void advanceDecision_madeBeforeEighteen_isSaidToBeNone(
      @Nullable String born, String made, boolean none) {
    KnownPlan refusal =
        new KnownPlan(
            PlanKind.ADVANCE_DECISION,
            "x",
            true,
            Optional.of(made),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(true));

    assertThat(refusal.warning(Optional.ofNullable(born), TODAY).isPresent()).isEqualTo(none);
  }

  @Test
  void attorney_recordSilentOnLifeSustainingTreatment_isSaid() {
    assertThat(
            plan(PlanKind.LASTING_POWER_OF_ATTORNEY, null, "x", true, null)
                .warning(Optional.empty(), TODAY))
        .isPresent();
    assertThat(plan(PlanKind.DNACPR, null, "x", true, null).warning(Optional.empty(), TODAY))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "1940-01-23, 86, false",
        "1940-12-31, 85, false",
        "1940-01-23, 81, false",
        "1940-01-23, 91, false",
        "1940-01-23, 92, true",
        "1940-01-23, 79, true",
        "1940-01-23, 8,  true",
        "1940,       40, true",
        "1940-01-23, -,  false",
        "-,          86, false",
      })
  void age_toldAtTheScene_contradictsOrNot(
      @Nullable String born, @Nullable Integer told, boolean contradicts) {
    assertThat(SceneAge.contradicts(Optional.ofNullable(born), Optional.ofNullable(told), TODAY))
        .isEqualTo(contradicts);
  }

  private static KnownPlan plan(
      PlanKind kind, @Nullable Cpr cpr, String text, boolean active, @Nullable String expires) {
    return new KnownPlan(
        kind,
        text,
        active,
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(expires),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(cpr),
        Optional.empty());
  }
}
