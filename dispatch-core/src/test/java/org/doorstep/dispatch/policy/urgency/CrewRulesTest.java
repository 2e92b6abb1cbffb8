package org.doorstep.dispatch.policy.urgency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE: crews get home, get breaks and share the work, and a life-threatening call ignores it.
 */
class CrewRulesTest {
  private static final double EXACT = 1e-9;
  private static final CrewRules RULES = DispatchRules.ENGINEERING_DEFAULTS.crew();
  private static final CoverRules COVER = DispatchRules.ENGINEERING_DEFAULTS.cover();

  @ParameterizedTest(name = "level {0}, {1} minutes before the end")
  @CsvSource({"1, 5, 0", "2, 5, 0", "3, 45, 0", "3, 44.9, 60", "4, 10, 60", "4, -20, 60"})
  void shiftEnd_minutesBefore_costs(int level, double toEnd, double expected) {
    assertThat(RULES.shiftEnd().costMinutes(level, toEnd)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "level {0}, break due in {1} minutes")
  @CsvSource({
    "1, 10, 0",
    "1, -30, 0",
    "2, 10, 2",
    "2, -1, 4",
    "3, 15, 5",
    "3, 15.1, 0",
    "3, -1, 10",
    "4, 0, 10",
    "4, -0.1, 20",
    "4, Infinity, 0"
  })
  void breaks_minutesToDue_costs(int level, double toDue, double expected) {
    assertThat(RULES.breaks().costMinutes(level, toDue)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "level {0}, {1} hours and {2} jobs")
  @CsvSource({"1, 11, 9, 0", "2, 0, 0, 0", "2, 4, 3, 0.5", "3, 11, 9, 1"})
  void fatigue_hoursAndJobs_costsLittle(int level, double hours, int jobs, double expected) {
    assertThat(RULES.fatigue().costMinutes(level, hours, jobs)).isCloseTo(expected, within(EXACT));
  }

  @ParameterizedTest(name = "level {0}, busy {1} in a fleet of {2}")
  @CsvSource({"1, 0.9, 0.4, 0", "2, 0.3, 0.5, 0", "2, 0.7, 0.5, 0.4", "4, 1, 0.2, 1"})
  void fairness_busierThanTheFleet_costsLittle(
      int level, double busy, double fleet, double expected) {
    assertThat(RULES.fairness().costMinutes(level, busy, fleet)).isCloseTo(expected, within(EXACT));
  }

  @ParameterizedTest(name = "level {0}, {1} of demand uncovered")
  @CsvSource({
    "1, 0.5, 0",
    "2, 0.01, 2.4",
    "3, 0.005, 3",
    "4, 0.012, 6",
    "4, 0.108, 10.8",
    "4, -0.1, 0"
  })
  void cover_shareUncovered_costs(int level, double share, double expected) {
    assertThat(COVER.costMinutes(level, share)).isCloseTo(expected, within(EXACT));
  }

  @Test
  void level1_everyTermAtItsWorst_costsNothing() {
    assertThat(
            RULES.shiftEnd().costMinutes(1, -60)
                + RULES.breaks().costMinutes(1, -60)
                + RULES.fatigue().costMinutes(1, 14, 20)
                + RULES.fairness().costMinutes(1, 1, 0)
                + COVER.costMinutes(1, 1))
        .isZero();
  }
}
