package org.doorstep.dispatch.policy.urgency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.model.UnitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: what an area does without a person stays within bounds, and every no has its reason. */
class AutomaticRulesTest {
  private static final AutomaticRules RULES =
      new AutomaticRules(List.of(Category.C1, Category.C2), 6, 1, 30, 120);
  private static final MoveRules MOVES = DispatchRules.ENGINEERING_DEFAULTS.moves();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          C1 by road, first unit              | C1 | 1800000 | false | 120 | 0 | 5 | ALLOWED
          C3: a person sends                  | C3 | 60000   | false | 0   | 0 | 0 | PERSON_SENDS
          a professional's level 2: likewise  | HCP2 | 60000 | false | 0   | 0 | 0 | PERSON_SENDS
          its second unit                     | C2 | 60000   | false | 0   | 1 | 0 | ALLOWED
          its third unit                      | C2 | 60000   | false | 0   | 2 | 0 | REASSIGNED_ENOUGH
          a straight-line estimate            | C1 | 60000   | true  | 0   | 0 | 0 | DRIVE_ESTIMATED
          a position over two minutes old     | C1 | 60000   | false | 121 | 0 | 0 | FIX_STALE
          a millisecond over half an hour     | C1 | 1800001 | false | 0   | 0 | 0 | DRIVE_TOO_LONG
          the seventh this minute             | C1 | 60000   | false | 0   | 0 | 6 | TOO_MANY_THIS_MINUTE
          estimated, old and far              | C1 | 1900000 | true  | 500 | 0 | 9 | DRIVE_ESTIMATED
          """)
  void automatic_asked_answers(
      String name,
      Category category,
      int drive,
      boolean estimated,
      int fixAge,
      int unitsBefore,
      int thisMinute,
      AutomaticRules.Answer expected) {
    TravelQuote quote = new TravelQuote(new UnitId("A1"), drive, estimated, fixAge);

    assertThat(RULES.answer(category, quote, unitsBefore, thisMinute)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rested, near, worth it                  | 2 | 7 | 30  | 20   | 0.0125 | ALLOWED
          the crew's fourth in twelve hours       | 3 | 0 | 60  | 5    | 0.1    | CREW_MOVED_ENOUGH
          the area's ninth in an hour             | 0 | 8 | 60  | 5    | 0.1    | AREA_MOVED_ENOUGH
          the crew has just come                  | 0 | 0 | 29  | 5    | 0.1    | CREW_RESTS
          too far                                 | 0 | 0 | 60  | 20.1 | 0.1    | DRIVE_TOO_LONG
          not worth it                            | 0 | 0 | 60  | 5    | 0.0124 | GAIN_TOO_SMALL
          nobody knows since when it stands       | 0 | 0 | NaN | 5    | 0.1    | CREW_RESTS
          """)
  void move_asked_answers(
      String name,
      int crewMoves,
      int areaMoves,
      double rested,
      double drive,
      double gain,
      MoveRules.Answer expected) {
    assertThat(MOVES.answer(crewMoves, areaMoves, rested, drive, gain)).isEqualTo(expected);
  }

  @Test
  void automatic_categoryTwice_cannotBeWritten() {
    assertThatThrownBy(() -> new AutomaticRules(List.of(Category.C1, Category.C1), 6, 1, 30, 120))
        .hasMessageContaining("must each be there once");
  }

  @Test
  void answers_each_haveASentence() {
    for (AutomaticRules.Answer answer : AutomaticRules.Answer.values()) {
      assertThat(answer.sentence()).as(answer.name()).matches("[A-Z].*\\.");
    }
    for (MoveRules.Answer answer : MoveRules.Answer.values()) {
      assertThat(answer.sentence()).as(answer.name()).matches("[A-Z].*\\.");
    }
  }
}
