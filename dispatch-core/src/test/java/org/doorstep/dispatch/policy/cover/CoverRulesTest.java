package org.doorstep.dispatch.policy.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.doorstep.dispatch.Seeds;
import org.junit.jupiter.api.Test;

/** FEATURE: what cover is made of means what it says, and refuses what makes no sense. */
class CoverRulesTest {
  private static final Offset<Double> ROUNDING = within(1e-12);

  @Test
  void reach_hard_endsWithTheTarget() {
    Reach reach = Reach.hard(720_000);
    assertThat(reach.share(720_000)).isEqualTo(1);
    assertThat(reach.share(720_001)).isZero();
  }

  @Test
  void reach_soft_isHalfAtTheTargetFallsAndEnds() {
    Reach reach = new Reach(720_000, 60_000);
    assertThat(reach.share(720_000)).isEqualTo(0.5);
    assertThat(reach.share(660_000)).isCloseTo(1 / (1 + StrictMath.exp(-1)), ROUNDING);
    assertThat(reach.share(1_200_000)).isZero();
    assertThat(reach.share(Integer.MAX_VALUE)).isZero();
  }

  @Test
  void demand_anyWeights_areSharesOfOne() {
    Demand demand = Demand.of(new double[] {1, 0, 3});
    assertThat(demand.share(0)).isEqualTo(0.25);
    assertThat(demand.share(1)).isZero();
    assertThatThrownBy(() -> Demand.of(new double[] {1, -1})).hasMessageContaining("zone (1)");
    assertThatThrownBy(() -> Demand.of(new double[2])).hasMessageContaining("(2) zones");
  }

  @Test
  void rules_outOfRange_areRefusedByName() {
    Reach reach = Reach.hard(1);
    assertThatThrownBy(() -> new Reach(0, 0)).hasMessageContaining("target (0 ms)");
    assertThatThrownBy(() -> new CoverLaw(1, 0, reach)).hasMessageContaining("busy share (0.0)");
    assertThatThrownBy(() -> new CoverLaw(0, 0.3, reach)).hasMessageContaining("horizon (0 ms)");
    assertThatThrownBy(() -> new Prices(0, 0, 0, 0, 0, 0)).hasMessageContaining("minute");
    assertThatThrownBy(() -> new Prices(1, 0, -1, 0, 0, 0)).hasMessageContaining("exchange");
    assertThatThrownBy(() -> new MoveLimits(0, 0, 3)).hasMessageContaining("diversions");
    assertThatThrownBy(() -> new CallTerms(0, 0, 1, 1)).hasMessageContaining("target (0 ms)");
    assertThatThrownBy(() -> new CoverTable(2, 2, new int[3], reach))
        .hasMessageContaining("(3) drives");
    assertThatThrownBy(() -> new CoverTable(1, 2, new int[] {5, -1}, reach))
        .hasMessageContaining("zone (1)");
  }

  @Test
  void policy_busierHour_coverIsDearerAndUnitsAreSoonerTaken() {
    CoverPolicy policy = new CoverPolicy(CoverRules.FEW_MOVES, 1, 50, 0.125, false);
    assertThat(policy.at(0.2, 1).prices().cover()).isCloseTo(10, ROUNDING);
    assertThat(policy.at(0.2, 3).prices().move())
        .isCloseTo(3 * CoverRules.FEW_MOVES.prices().move(), ROUNDING);
    assertThat(policy.busyShare(0.2, 10)).isCloseTo(1 - StrictMath.exp(-0.28), ROUNDING);
    assertThat(policy.busyShare(0, 10)).isEqualTo(CoverRules.BUSY_SHARE_MIN);
    assertThat(policy.busyShare(9, 0)).isEqualTo(CoverPolicy.BUSY_SHARE_MAX);
    assertThatThrownBy(() -> new CoverPolicy(CoverRules.FEW_MOVES, 0, 50, 0, false))
        .hasMessageContaining("factor (0.0)");
    assertThatThrownBy(() -> new CoverPolicy(CoverRules.FEW_MOVES, 1, 50, -1, false))
        .hasMessageContaining("orders (-1.0)");
  }

  @Test
  void budget_moreOrdersThanAllowed_getDearerUntilHoursHavePassed() {
    OrderBudget budget = new OrderBudget(0.125);
    assertThat(budget.factor()).isEqualTo(1);
    budget.note(8, 3);
    assertThat(budget.factor()).isGreaterThan(1);
    budget.note(16, 0);
    assertThat(budget.factor()).isCloseTo(1, ROUNDING);
    budget.note(1e6, 0);
    assertThat(budget.factor()).isCloseTo(StrictMath.exp(-2), ROUNDING);
  }

  @Test
  void budget_noLimit_changesNoPrice() {
    OrderBudget budget = new OrderBudget(Double.POSITIVE_INFINITY);
    budget.note(1, 1_000);
    assertThat(budget.factor()).isEqualTo(1);
  }

  @Test
  void freeSoon_anyDurations_areTheSharesThatWereSeen() {
    Seeds.each(
        200,
        seed -> {
          Random random = new Random(seed);
          double[] minutes = random.doubles(1 + random.nextInt(30), 0, 90).toArray();
          FreeSoon law = FreeSoon.ofDurations(minutes);
          int elapsed = random.nextInt(60);
          int ahead = random.nextInt(60);
          long still = longerThan(minutes, elapsed);
          double expected =
              still == 0 ? 1 : 1 - (double) longerThan(minutes, elapsed + ahead) / still;
          double within = elapsed + ahead == 0 ? 0 : expected;
          assertThat(law.within(elapsed, ahead)).isCloseTo(within, ROUNDING);
        });
  }

  private static long longerThan(double[] minutes, int than) {
    long count = 0;
    for (double each : minutes) {
      count += than == 0 || each > than ? 1 : 0;
    }
    return count;
  }

  @Test
  void freeSoon_stageNotBegun_onlyWhatIsLeftOfTheTimeCounts() {
    FreeSoon law = FreeSoon.ofSurvival(new double[] {1, 0.75, 0.25});
    assertThat(law.within(-3, 5)).isCloseTo(0.75, ROUNDING);
    assertThat(law.within(-3, 2)).isZero();
    assertThat(law.within(0, 0.5)).isCloseTo(0.125, ROUNDING);
    assertThat(law.within(9, 1)).isEqualTo(1);
  }

  @Test
  void freeSoon_risingSurvival_isRefused() {
    assertThatThrownBy(() -> FreeSoon.ofSurvival(new double[] {1, 0.5, 0.6}))
        .hasMessageContaining("minute (2)");
    assertThatThrownBy(() -> FreeSoon.ofSurvival(new double[] {0.5}))
        .hasMessageContaining("minute 0");
  }
}
