package org.doorstep.dispatch.policy.urgency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.doorstep.dispatch.model.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: the later somebody arrives the more it costs, by urgency, age, place and C2 segment. */
class UrgencyTest {
  private static final double EXACT = 1e-9;

  private final Urgency urgency = Urgency.of(DispatchRules.ENGINEERING_DEFAULTS.urgency());

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          arrival                                    | category | segment   | waited | drive | rural | weighted minutes
          C1 at its target: 7 x 32                   | C1       | -         | 0      | 7     | 0     | 224
          C1 three minutes late: and 3 x 64          | C1       | -         | 0      | 10    | 0     | 416
          a professional's level 1 counts as C1      | HCP1     | -         | 0      | 10    | 0     | 416
          C2 at its target: 18 x 4                   | C2       | -         | 10     | 8     | 0     | 72
          C2 upper half: the same                    | C2       | IMMEDIATE | 10     | 8     | 0     | 72
          C2 lower half: six tenths                  | C2       | STANDARD  | 10     | 8     | 0     | 43.2
          C2 late: 72 and 12 x (60 and 7.5 for age / 2) | C2    | -         | 18     | 60    | 0     | 837
          C3 at its target: 120 x 1                  | C3       | -         | 100    | 20    | 0     | 120
          C3 an hour late: 120 and 2 x (60 and 3 x 7.5) | C3    | -         | 160    | 20    | 0     | 285
          C3 at full age: 120 and 2 x (240 and 3 x 120) | C3    | -         | 340    | 20    | 0     | 1320
          C3 beyond: each minute now weighs 2 x 4    | C3       | -         | 440    | 40    | 0     | 2280
          C3 in a remote place: half as much again   | C3       | -         | 100    | 20    | 0.5   | 180
          C4 at its target: 180 x 0.5                | C4       | -         | 150    | 30    | 0     | 90
          a professional's level 4 has 4 hours       | HCP4     | -         | 210    | 30    | 0     | 120
          C5 has no target: the area's 6 hours       | C5       | -         | 330    | 30    | 0     | 90
          a segment is for C2 only                   | C1       | STANDARD  | 0      | 7     | 0     | 224
          nobody waited, nobody drives               | C2       | -         | 0      | 0     | 0     | 0
          """,
      useHeadersInDisplayName = true)
  void arrivalCost_defaults_isAsWritten(
      String name,
      Category category,
      String segment,
      double waited,
      double drive,
      double rural,
      double expected) {
    assertThat(urgency.arrivalCost(category, segment(segment), waited, drive, rural))
        .isCloseTo(expected, within(EXACT));
  }

  @ParameterizedTest(name = "{0} after {1} minutes")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          C1 | 0   | 240
          C2 | 5   | 90
          C3 | 100 | 90
          C4 | 0   | 90
          C5 | 0   | 90
          """)
  void waitCost_level_isAnArrivalAtTheNextChance(Category category, double waited, double next) {
    Optional<C2Segment> none = Optional.empty();

    double wait = urgency.waitCost(category, none, waited, 0.2);

    assertThat(wait).isEqualTo(urgency.arrivalCost(category, none, waited, next, 0.2));
    assertThat(urgency.arrivalCost(category, none, waited, next - 0.01, 0.2)).isLessThan(wait);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a town                        | 10 | 0
          where rural begins            | 15 | 0
          five minutes further          | 20 | 0.1
          as far as it counts           | 40 | 0.5
          further than that             | 90 | 0.5
          """)
  void ruralExtra_driveFromTheNearestBase_isAsWritten(String name, double drive, double extra) {
    assertThat(urgency.ruralExtra(drive)).isCloseTo(extra, within(EXACT));
  }

  @ParameterizedTest(name = "{0} at {1} minutes")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          C2 | 10   | 4
          C3 | 119  | 1
          C3 | 120  | 2
          C3 | 240  | 5
          C3 | 360  | 8
          C3 | 1440 | 8
          C4 | 420  | 6
          """)
  void perMinute_waitsPastTarget_growsToItsBound(Category category, double at, double expected) {
    assertThat(urgency.curve(category, Optional.empty()).perMinute(at))
        .isCloseTo(expected, within(EXACT));
  }

  @Test
  void termCost_latePatient_weighsOtherTermsAsBefore() {
    UrgencyCurve curve = urgency.curve(Category.C2, Optional.of(C2Segment.STANDARD));

    assertThat(curve.termCost(10)).isCloseTo(24, within(EXACT));
  }

  @Test
  void arrivalCost_waitBeyondADay_countsAsADay() {
    UrgencyCurve curve = urgency.curve(Category.C4, Optional.empty());

    assertThat(curve.arrivalCost(100_000, 10, 0)).isEqualTo(curve.arrivalCost(1_440, 10, 0));
    assertThat(curve.arrivalCost(100_000, 11, 0)).isGreaterThan(curve.arrivalCost(1_440, 10, 0));
  }

  @ParameterizedTest
  @CsvSource({"NaN, 1, 0", "-1, 1, 0", "1, NaN, 0", "1, -0.1, 0", "1, 1, 1.1", "1, 1, NaN"})
  void arrivalCost_valueOutOfRange_isRefused(double waited, double drive, double rural) {
    UrgencyCurve curve = urgency.curve(Category.C1, Optional.empty());

    assertThatThrownBy(() -> curve.arrivalCost(waited, drive, rural))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(%s)".formatted(waited));
  }

  private static Optional<C2Segment> segment(String name) {
    return name.equals("-") ? Optional.empty() : Optional.of(C2Segment.valueOf(name));
  }
}
