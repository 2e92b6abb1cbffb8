package org.doorstep.simulator.optimise.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.optimise.goal.TargetSearch.Found;
import org.doorstep.simulator.optimise.goal.TargetSearch.Terms;
import org.junit.jupiter.api.Test;

/** FEATURE: the smallest amount that holds a target is found with few looks. */
class TargetSearchTest {
  private static final int REPLICATIONS = 12;

  /** A measure that falls by one for each amount, with noise that amounts share. */
  private static List<Double> falling(double amount) {
    return noisy(1_200 - amount, amount);
  }

  private static List<Double> noisy(double mean, double amount) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < REPLICATIONS; i++) {
      double shared = Chance.of(i, "day").normal();
      double own = Chance.of(i, "at " + amount).normal();
      values.add(mean + 10 * shared + 0.5 * own);
    }
    return values;
  }

  /** The slow twin: every amount from the least. */
  private static double first(Terms terms, Function<Double, List<Double>> sample) {
    for (int at = 0; at <= terms.steps(); at++) {
      Terms here = new Terms(terms.target(), terms.amount(at), terms.amount(at), terms.step());
      if (new TargetSearch(here, sample).find().smallest().isPresent()) {
        return terms.amount(at);
      }
    }
    return Double.NaN;
  }

  @Test
  void find_fallingMeasure_isTheFirstThatHolds() {
    for (double target : List.of(1_190.0, 1_137.0, 1_100.0, 1_023.0)) {
      Terms terms = new Terms(target, 0, 300, 1);
      AtomicInteger looks = new AtomicInteger();

      Found found =
          new TargetSearch(
                  terms,
                  amount -> {
                    looks.incrementAndGet();
                    return falling(amount);
                  })
              .find();

      assertThat(found.smallest().orElseThrow())
          .isCloseTo(
              first(terms, TargetSearchTest::falling), org.assertj.core.api.Assertions.within(1.0));
      assertThat(found.missesUpTo().orElseThrow()).isLessThan(found.smallest().orElseThrow());
      assertThat(found.isMonotone()).isTrue();
      assertThat(looks.get()).isLessThanOrEqualTo(11);
    }
  }

  @Test
  void find_leastHoldsAlready_looksOnce() {
    Found found = new TargetSearch(new Terms(2_000, 0, 300, 1), TargetSearchTest::falling).find();

    assertThat(found.smallest()).hasValue(0.0);
    assertThat(found.points()).hasSize(1);
  }

  @Test
  void find_notEvenTheMostHolds_isEmpty() {
    Found found = new TargetSearch(new Terms(100, 0, 300, 1), TargetSearchTest::falling).find();

    assertThat(found.smallest()).isEmpty();
    assertThat(found.missesUpTo()).hasValue(300.0);
    assertThat(found.points()).hasSize(2);
  }

  @Test
  void find_measureThatRisesAgain_saysSo() {
    Found found =
        new TargetSearch(
                new Terms(1_000, 0, 64, 1),
                amount -> noisy(amount < 20 ? 1_200 : amount < 40 ? 1_500 : 900, amount))
            .find();

    assertThat(found.smallest()).hasValue(40.0);
    assertThat(found.isMonotone()).isFalse();
    assertThat(found.breaks())
        .isNotEmpty()
        .allMatch(each -> each.matches("from 0.0 to 3\\d.0 the mean rises by (299|300)\\.\\d .*"));
  }

  @Test
  void terms_ofNoUse_areRefused() {
    assertThatThrownBy(() -> new Terms(Double.NaN, 0, 1, 1)).hasMessageContaining("target (NaN)");
    assertThatThrownBy(() -> new Terms(1, 2, 1, 1)).hasMessageContaining("least amount (2.0)");
    assertThatThrownBy(() -> new Terms(1, 0, 1, 0)).hasMessageContaining("step (0.0)");
    assertThatThrownBy(() -> new Terms(1, 0, 1, 1e-9)).hasMessageContaining("10000 of them");
    assertThatThrownBy(() -> new TargetSearch(new Terms(1, 0, 1, 1), amount -> List.of(2.0)).find())
        .hasMessageContaining("two replications");
  }
}
