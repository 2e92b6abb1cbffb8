package org.doorstep.simulator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.simulator.chance.Chance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: means of replications with intervals that hold as often as they say. */
class StatisticsTest {
  private static final List<Double> BEFORE = List.of(4.1, 5.2, 3.9, 6.0, 5.5);
  private static final List<Double> AFTER = List.of(4.3, 5.1, 4.5, 6.4, 5.6);

  /** Values of SciPy 1. */
  @ParameterizedTest
  @CsvSource({
    "0.975, 1, 12.706204736174694",
    "0.975, 2, 4.302652729749462",
    "0.975, 4, 2.7764451051977934",
    "0.975, 9, 2.262157162798205",
    "0.975, 29, 2.045229642132703",
    "0.975, 99, 1.9842169515864174",
    "0.95, 10, 1.8124611228116756",
    "0.995, 5, 4.032142983555228",
    "0.9995, 3, 12.923978636687961",
    "0.75, 7, 0.7111417780817866",
    "0.6, 1, 0.32491969623290634",
    "0.999999, 2, 707.1057205157672",
    "0.975, 1000000, 1.959966356814107",
    "0.5001, 12, 0.0002559336288494319",
    "0.99, 250, 2.341356118385916"
  })
  void quantile_probabilityAndDegrees_isThatOfTheTable(
      double probability, long degrees, double expected) {
    assertThat(StudentT.quantile(probability, degrees))
        .isCloseTo(expected, within(1e-8 * expected));
    assertThat(StudentT.quantile(1 - probability, degrees))
        .isCloseTo(-expected, within(1e-6 * expected));
  }

  @Test
  void quantile_impossibleQuestion_isRefused() {
    assertThatThrownBy(() -> StudentT.quantile(1, 5)).hasMessageContaining("(1.0)");
    assertThatThrownBy(() -> StudentT.quantile(0.5, 0)).hasMessageContaining("(0)");
  }

  @Test
  void moments_smallSpreadAroundALargeMean_keepTheirDigits() {
    Moments moments = Moments.of(List.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16));

    assertThat(moments.mean()).isEqualTo(1e9 + 10);
    assertThat(moments.variance()).isEqualTo(30);
  }

  @Test
  void moments_fewerThanTwo_haveNoVariance() {
    assertThat(new Moments().mean()).isNaN();
    assertThat(Moments.of(List.of(3.0)).variance()).isNaN();
    assertThatThrownBy(() -> new Moments().add(Double.NaN)).hasMessageContaining("(NaN)");
  }

  @Test
  void interval_fiveReplications_isThatOfTheTextbook() {
    Interval interval = Interval.of(BEFORE);

    assertThat(interval.mean()).isCloseTo(4.94, within(1e-12));
    assertThat(interval.low()).isCloseTo(3.8135705234279875, within(1e-9));
    assertThat(interval.high()).isCloseTo(6.066429476572013, within(1e-9));
    assertThat(interval.holds(4.94)).isTrue();
    assertThat(interval.excludesZero()).isTrue();
  }

  @Test
  void interval_ofDifferences_isNarrowerThanTheTwo() {
    Interval interval = Interval.ofDifferences(BEFORE, AFTER);

    assertThat(interval.mean()).isCloseTo(0.24, within(1e-12));
    assertThat(interval.low()).isCloseTo(-0.09547913849266598, within(1e-9));
    assertThat(interval.halfWidth()).isLessThan(Interval.of(BEFORE).halfWidth());
    assertThat(interval.excludesZero()).isFalse();
    assertThatThrownBy(() -> Interval.ofDifferences(BEFORE, List.of(1.0)))
        .hasMessageContaining("(5 and 1)");
  }

  @Test
  void interval_oneReplication_saysNothingOfItsWidth() {
    Interval interval = Interval.of(List.of(5.0));

    assertThat(interval.mean()).isEqualTo(5);
    assertThat(interval.halfWidth()).isNaN();
    assertThat(interval.excludesZero()).isFalse();
  }

  @Test
  void interval_thousandSeededExperiments_holdsTheTruthNineteenTimesOfTwenty() {
    Chance chance = Chance.of(7, "coverage");
    int holds = 0;
    for (int experiment = 0; experiment < 1_000; experiment++) {
      List<Double> values = new ArrayList<>();
      for (int replication = 0; replication < 6; replication++) {
        values.add(10 + 3 * chance.normal());
      }
      holds += Interval.of(values).holds(10) ? 1 : 0;
    }
    assertThat(holds).isBetween(930, 970);
  }

  @Test
  void quantiles_smallList_areThoseByHand() {
    List<Double> ten = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0);

    assertThat(Quantiles.nearestRank(ten, 0.9)).isEqualTo(9);
    assertThat(Quantiles.nearestRank(ten, 0.91)).isEqualTo(10);
    assertThat(Quantiles.nearestRank(ten, 1)).isEqualTo(10);
    assertThat(Quantiles.nearestRank(ten.subList(0, 1), 0.9)).isEqualTo(1);
    assertThat(Quantiles.interpolated(ten, 0.9)).isCloseTo(9.1, within(1e-12));
    assertThat(Quantiles.interpolated(ten, 1)).isEqualTo(10);
    assertThatThrownBy(() -> Quantiles.nearestRank(List.of(), 0.5)).hasMessageContaining("one");
    assertThatThrownBy(() -> Quantiles.interpolated(ten, 1.5)).hasMessageContaining("(1.5)");
  }

  @Test
  void precision_narrowEnoughAndNotTooFew_isReached() {
    Precision precision = new Precision(0.05, 3, 100);

    assertThat(precision.isReached(new Interval(2, 10, 0.1))).isFalse();
    assertThat(precision.isReached(new Interval(3, 10, 0.6))).isFalse();
    assertThat(precision.isReached(new Interval(3, -10, 0.5))).isTrue();
    assertThat(precision.isReached(new Interval(100, 10, 9))).isTrue();
    assertThat(precision.isReached(new Interval(50, 0, 1))).isFalse();
    assertThatThrownBy(() -> new Precision(0, 3, 5)).hasMessageContaining("(0.0)");
    assertThatThrownBy(() -> new Precision(0.1, 1, 5)).hasMessageContaining("(1 to 5)");
  }
}
