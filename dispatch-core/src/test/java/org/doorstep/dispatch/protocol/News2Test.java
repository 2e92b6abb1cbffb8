package org.doorstep.dispatch.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.doorstep.dispatch.protocol.Rounds.ADULT;
import static org.doorstep.dispatch.protocol.Rounds.NOON;
import static org.doorstep.dispatch.protocol.Rounds.normal;
import static org.doorstep.dispatch.protocol.Rounds.patient;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.doorstep.dispatch.model.BedsideTests;
import org.doorstep.dispatch.model.Breathing;
import org.doorstep.dispatch.model.Circulation;
import org.doorstep.dispatch.model.ObservationSet;
import org.doorstep.dispatch.model.Oxygen;
import org.doorstep.dispatch.model.OxygenTarget;
import org.doorstep.dispatch.model.OxygenTarget.Scale;
import org.doorstep.dispatch.model.PatientFacts;
import org.doorstep.dispatch.model.Vital;
import org.junit.jupiter.api.Test;

/** FEATURE: the early warning score is that of the chart, and never guesses. */
class News2Test {
  private static final PatientFacts RETAINER =
      new PatientFacts(
          Optional.of(70),
          Optional.of(false),
          Optional.of(new OxygenTarget(Scale.SCALE_2, true, true)));

  @Test
  void of_everyBandEdgeAndOneStepEitherSide_isWhatTheChartSays() {
    for (Scale scale : Scale.values()) {
      long wrong =
          LongStream.range(0, ChartOracle.combinations())
              .parallel()
              .filter(index -> !isAsTheChartSays(ChartOracle.round(index), scale))
              .findFirst()
              .orElse(-1);

      assertThat(wrong).as("number of a round on %s that is scored otherwise", scale).isEqualTo(-1);
    }
    assertThat(ChartOracle.combinations()).isGreaterThan(1_000_000);
  }

  private static boolean isAsTheChartSays(ObservationSet round, Scale scale) {
    News2.Scored score = News2.scored(round, scale);
    return score.isComplete()
        && score.total() == ChartOracle.total(round, scale)
        && score.hasSingleThree() == ChartOracle.hasThree(round, scale);
  }

  @Test
  void of_everyValueOfEachVital_isWhatTheChartSays() {
    for (Vital vital : Vital.values()) {
      for (int value = vital.possibleMin(); value <= vital.possibleMax(); value++) {
        for (boolean oxygen : List.of(false, true)) {
          ObservationSet round = ChartOracle.normalBut(vital, value, oxygen);
          for (Scale scale : Scale.values()) {
            assertThat(News2.scored(round, scale).total())
                .as("%s %d on %s", vital, value, scale)
                .isEqualTo(ChartOracle.total(round, scale));
          }
        }
      }
    }
  }

  @Test
  void of_temperature37point5_scoresNothing() {
    // An example published with a national profile scores 1 here; the chart says 0.
    assertThat(News2.scored(Rounds.round(16, 98, false, 130, 75, 375), Scale.SCALE_1).parameters())
        .contains(new News2.Parameter(Vital.TEMPERATURE, 0));
  }

  @Test
  void of_under16_isNotValidated() {
    assertThat(News2.of(normal(), patient(15)))
        .isEqualTo(new News2.NotValidated(News2.NotValidated.Reason.UNDER_16));
    assertThat(News2.of(normal(), patient(16))).isInstanceOf(News2.Scored.class);
  }

  @Test
  void of_pregnant_isNotValidated() {
    var pregnant = new PatientFacts(Optional.of(30), Optional.of(true), Optional.empty());

    assertThat(News2.of(normal(), pregnant))
        .isEqualTo(new News2.NotValidated(News2.NotValidated.Reason.PREGNANT));
  }

  @Test
  void of_nothingObserved_hasNoBandAndNamesEveryVital() {
    var round =
        new ObservationSet(
            NOON,
            new Breathing(Optional.empty(), Optional.empty(), Optional.empty()),
            new Circulation(Optional.empty(), Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            BedsideTests.NONE);

    var score = (News2.Scored) News2.of(round, ADULT);

    assertThat(score.isComplete()).isFalse();
    assertThat(score.riskBand()).isEmpty();
    assertThat(score.missing())
        .containsExactly(
            Vital.RESPIRATORY_RATE,
            Vital.OXYGEN_SATURATION,
            Vital.OXYGEN,
            Vital.SYSTOLIC_PRESSURE,
            Vital.PULSE,
            Vital.CONSCIOUSNESS,
            Vital.TEMPERATURE);
  }

  @Test
  void of_consciousnessMissing_isTheLeastItCanBeAndHasNoLowBand() {
    var score = (News2.Scored) News2.of(Rounds.with(normal(), Optional.empty()), ADULT);

    assertThat(score.total()).isZero();
    assertThat(score.riskBand()).isEmpty();
    assertThat(score.missing()).containsExactly(Vital.CONSCIOUSNESS);
  }

  @Test
  void of_alreadyHighWithPartsMissing_isHigh() {
    ObservationSet sick = Rounds.with(Rounds.verySick(), Optional.empty());

    assertThat(((News2.Scored) News2.of(sick, ADULT)).riskBand()).contains(News2.RiskBand.HIGH);
  }

  @Test
  void of_scale2HighSaturationWithoutWordOfOxygen_isMissing() {
    var round =
        new ObservationSet(
            NOON,
            new Breathing(Optional.of(16), Optional.of(96), Optional.empty()),
            normal().circulation(),
            normal().consciousness(),
            normal().temperatureTenths(),
            BedsideTests.NONE);

    assertThat(((News2.Scored) News2.of(round, RETAINER)).missing())
        .containsExactly(Vital.OXYGEN_SATURATION, Vital.OXYGEN);
  }

  @Test
  void of_totalsAndSingleThree_haveTheBandsOfTheChart() {
    assertThat(band(normal())).contains(News2.RiskBand.NONE);
    assertThat(band(Rounds.round(16, 98, false, 130, 95, 370))).contains(News2.RiskBand.LOW);
    assertThat(band(Rounds.singleThree())).contains(News2.RiskBand.LOW_MEDIUM);
    assertThat(band(Rounds.round(22, 98, false, 130, 135, 370))).contains(News2.RiskBand.MEDIUM);
    assertThat(band(Rounds.verySick())).contains(News2.RiskBand.HIGH);
  }

  @Test
  void scale2_withoutBothConditions_isRefused() {
    assertThatThrownBy(() -> new OxygenTarget(Scale.SCALE_2, true, false))
        .hasMessageContaining("SCALE_2");
  }

  @Test
  void observation_impossible_isRefusedWithValueAndRule() {
    assertThatThrownBy(() -> Rounds.round(16, 101, false, 130, 75, 370))
        .hasMessage("The oxygen saturation in per cent (101) must be 100 or less.");
    assertThatThrownBy(() -> new Oxygen(false, Optional.of(4))).hasMessageContaining("(4 litres");
  }

  @Test
  void observation_hardlyPossible_isKeptAndAskedFor() {
    assertThat(Rounds.round(16, 98, false, 130, 15, 370).questions()).containsExactly(Vital.PULSE);
  }

  private static Optional<News2.RiskBand> band(ObservationSet round) {
    return News2.scored(round, Scale.SCALE_1).riskBand();
  }
}
