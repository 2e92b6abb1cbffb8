package org.doorstep.dispatch.policy.urgency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: a unit on its way is turned only for enough, and nobody loses too much by it. */
class ReassignmentRulesTest {
  private static final ReassignmentRules RULES = DispatchRules.ENGINEERING_DEFAULTS.reassignment();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          from C2 to C1, a minute sooner          | 2 | 1 | 1   | 10  | 0 | ALLOWED
          from C2 to C1, half a minute sooner     | 2 | 1 | 0.5 | 10  | 0 | GAIN_TOO_SMALL
          from C3 to C2, five minutes sooner      | 3 | 2 | 5   | 10  | 0 | ALLOWED
          from C3 to C2, four minutes sooner      | 3 | 2 | 4   | 10  | 0 | GAIN_TOO_SMALL
          from C4 to C3                           | 4 | 3 | 60  | 10  | 0 | LEVELS_NOT_ALLOWED
          from C2 to another C2                   | 2 | 2 | 60  | 10  | 0 | LEVELS_NOT_ALLOWED
          from C1 to C2                           | 1 | 2 | 60  | 10  | 0 | LEVELS_NOT_ALLOWED
          three minutes from the patient          | 3 | 1 | 20  | 3   | 0 | NEAR_ARRIVAL
          just beyond                             | 3 | 1 | 20  | 3.1 | 0 | ALLOWED
          the patient has lost a unit before      | 3 | 1 | 20  | 10  | 1 | LOST_UNIT_BEFORE
          lost before, near, and no gain          | 3 | 1 | 0   | 1   | 1 | LOST_UNIT_BEFORE
          nobody knows how far it is              | 3 | 1 | 20  | NaN | 0 | NEAR_ARRIVAL
          nobody knows the gain                   | 3 | 1 | NaN | 10  | 0 | GAIN_TOO_SMALL
          """)
  void divert_asked_answers(
      String name,
      int from,
      int to,
      double gain,
      double toArrival,
      int lost,
      DivertRules.Answer expected) {
    assertThat(RULES.divert().answer(from, to, gain, toArrival, lost)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sooner                               | 18 | 12 | 9    | true
          the same                             | 18 | 12 | 12   | true
          two minutes later, within target     | 18 | 12 | 14   | true
          more than two minutes later          | 18 | 12 | 14.1 | false
          later, and past target by it         | 18 | 17 | 18.5 | false
          past target anyway, later            | 18 | 25 | 25.5 | false
          past target anyway, the same         | 18 | 25 | 25   | true
          past target anyway, sooner           | 18 | 25 | 20   | true
          nobody knows when                    | 18 | 12 | NaN  | false
          """)
  void exchange_asked_answers(
      String name, double target, double expected, double instead, boolean permitted) {
    assertThat(RULES.exchange().permits(target, expected, instead)).isEqualTo(permitted);
  }

  @Test
  void divert_toLessUrgent_cannotBeWritten() {
    assertThatThrownBy(() -> new DivertPath(2, 3, 5))
        .hasMessage(
            "The level that gets the unit (3) must be more urgent than the one that loses it (2).");
  }

  @Test
  void divert_samePathTwice_cannotBeWritten() {
    List<DivertPath> twice = List.of(new DivertPath(3, 1, 1), new DivertPath(3, 1, 9));

    assertThatThrownBy(() -> new DivertRules(twice, 1, 3, 5))
        .hasMessage("The diversion from level 3 to level 1 must be there once.");
  }

  @Test
  void divert_answers_haveASentence() {
    for (DivertRules.Answer answer : DivertRules.Answer.values()) {
      assertThat(answer.sentence()).as(answer.name()).matches("[A-Z].*\\.");
    }
  }
}
