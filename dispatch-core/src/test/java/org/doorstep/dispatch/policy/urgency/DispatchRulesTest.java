package org.doorstep.dispatch.policy.urgency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.doorstep.dispatch.model.Category;
import org.junit.jupiter.api.Test;

/** FEATURE: rules that contradict each other, or what is promised of them, are refused by name. */
class DispatchRulesTest {
  private static final DispatchRules RULES = DispatchRules.ENGINEERING_DEFAULTS;
  private static final UrgencyRules URGENCY = RULES.urgency();
  private static final LevelRates RATES = URGENCY.rates();

  @Test
  void defaults_category_haveTheTargetsOfTheResponsePlan() {
    assertThat(URGENCY.targetMinutes(Category.C1)).isEqualTo(7);
    assertThat(URGENCY.targetMinutes(Category.C2)).isEqualTo(18);
    assertThat(URGENCY.targetMinutes(Category.C3)).isEqualTo(120);
    assertThat(URGENCY.targetMinutes(Category.C4)).isEqualTo(180);
    assertThat(URGENCY.targetMinutes(Category.C5)).isEqualTo(360);
  }

  @Test
  void defaults_automatic_sendNothingWithoutAPerson() {
    assertThat(RULES.automatic().categories()).isEmpty();
  }

  @Test
  void terms_each_haveAUnitAndASentence() {
    for (Term term : Term.values()) {
      assertThat(term.unit()).as(term.name()).isNotBlank();
      assertThat(term.sentence()).as(term.name()).matches("[A-Z].*\\.");
    }
  }

  @Test
  void rates_lessUrgentWeighsMore_isRefused() {
    ByLevel wrong = new ByLevel(32, 4, 1, 2, 0.25);

    assertThatThrownBy(() -> new LevelRates(wrong, RATES.pastTargetPerMinute()))
        .hasMessage(
            "The rate before target of level 3 (1.0) must not be below that of level 4 (2.0).");
  }

  @Test
  void rates_lateWeighsLess_isRefused() {
    ByLevel wrong = new ByLevel(64, 12, 2, 0.4, 0.25);

    assertThatThrownBy(() -> new LevelRates(RATES.beforeTargetPerMinute(), wrong))
        .hasMessage(
            "The rate past target of level 4 (0.4) must not be below its rate before target (0.5).");
  }

  @Test
  void rates_notANumber_isRefused() {
    ByLevel wrong = new ByLevel(64, 12, Double.NaN, 1, 0.5);

    assertThatThrownBy(() -> new LevelRates(RATES.beforeTargetPerMinute(), wrong))
        .hasMessage("The rate past target of level 3 (NaN) must be from 0.01 to 1000.0.");
  }

  @Test
  void ageing_oldAndRemoteWouldOutrankFreshC1_isRefused() {
    LevelRates rates = new LevelRates(new ByLevel(20, 4, 2, 2, 1), new ByLevel(64, 12, 8, 8, 1));
    AgeingRules ageing = new AgeingRules(new ByLevel(1, 1.25, 1.5, 1.5, 1), 240);

    assertThatThrownBy(() -> urgency(rates, ageing, 1, new RuralRules(15, 0.1, 1)))
        .hasMessage(
            "The rate of level 2, old and remote (30.0), must not be above that of a fresh level 1 (20.0).");
  }

  @Test
  void ageing_oldC4WouldOutrankOldC3_isRefused() {
    AgeingRules ageing = new AgeingRules(new ByLevel(1, 1.5, 1, 4, 3), 240);

    assertThatThrownBy(() -> urgency(RATES, ageing, 0.6, URGENCY.rural()))
        .hasMessage(
            "The rate at full age of level 3 (2.0) must not be below that of level 4 (4.0).");
  }

  @Test
  void segment_lowerHalfOfC2WouldBeBelowC3_isRefused() {
    assertThatThrownBy(() -> urgency(RATES, URGENCY.ageing(), 0.2, URGENCY.rural()))
        .hasMessage(
            "The rate before target of level 2 (0.8) must not be below that of level 3 (1.0).");
  }

  @Test
  void target_withoutStandardButBeforeOthers_isRefused() {
    assertThatThrownBy(
            () ->
                new UrgencyRules(
                    RATES,
                    URGENCY.ageing(),
                    0.6,
                    URGENCY.rural(),
                    100,
                    URGENCY.nextChanceMinutes()))
        .hasMessageContaining("(100.0) must be from 240.0 to 1440.0");
  }

  @Test
  void nextChance_urgentWouldWaitMoreCheaply_isRefused() {
    assertThatThrownBy(
            () ->
                new UrgencyRules(
                    RATES,
                    URGENCY.ageing(),
                    0.6,
                    URGENCY.rural(),
                    360,
                    new ByLevel(60, 120, 90, 60, 60)))
        .hasMessage(
            "The next chance in minutes of level 1 (60.0) must not be below that of level 2 (120.0).");
  }

  @Test
  void cover_weighsOnC1_isRefused() {
    assertThatThrownBy(() -> new CoverRules(new ByLevel(1, 120, 400, 600, 600), 30))
        .hasMessage(
            "The weight of cover in minutes of level 1 (1.0) must be 0: to them the quickest goes.");
  }

  @Test
  void breaks_weighMoreOnUrgent_isRefused() {
    ByLevel soon = new ByLevel(0, 0, 0, 0, 0);

    assertThatThrownBy(() -> new BreakRules(15, soon, new ByLevel(0, 9, 5, 10, 10)))
        .hasMessageContaining("level 3 (5.0) must not be below that of level 2 (9.0)");
  }

  @Test
  void shiftEnd_costsMoreThanWaiting_isRefused() {
    CrewRules crew = RULES.crew();
    CrewRules wrong =
        new CrewRules(new ShiftEndRules(3, 45, 90), crew.breaks(), crew.fatigue(), crew.fairness());

    assertThatThrownBy(
            () ->
                new DispatchRules(
                    URGENCY,
                    RULES.reassignment(),
                    wrong,
                    RULES.cover(),
                    RULES.automatic(),
                    RULES.moves()))
        .hasMessage(
            "The cost of a late job in minutes (90.0) must be below the next chance of level 3 (90.0).");
  }

  @Test
  void byLevel_noSuchLevel_isRefused() {
    assertThatThrownBy(() -> URGENCY.nextChanceMinutes().of(6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The level (6) must be a level from 1 to 5.");
  }

  private static UrgencyRules urgency(
      LevelRates rates, AgeingRules ageing, double standard, RuralRules rural) {
    return new UrgencyRules(rates, ageing, standard, rural, 360, URGENCY.nextChanceMinutes());
  }
}
