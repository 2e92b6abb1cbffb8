package org.doorstep.dispatch.policy.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.doorstep.dispatch.Seeds;
import org.junit.jupiter.api.Test;

/** FEATURE: crews under way are exchanged where all together gain, and nobody is let down. */
class ExchangeTest {
  private static final int TARGET = 720_000;
  private static final int MINUTE = 60_000;
  private static final Offset<Double> ROUNDING = within(1e-12);
  private static final CallTerms CALL = new CallTerms(0, TARGET, 1, 0.02);

  private static CoverRules rules(int diversions) {
    return new CoverRules(
        new CoverLaw(840_000, 0.3, Reach.hard(TARGET)),
        new Prices(0.02, 0, 0.06, 0.1, 0, 0),
        new MoveLimits(0, 0, diversions));
  }

  private static CallDrives minutes(int[][] byUnitAndCall) {
    return (unit, call) -> byUnitAndCall[unit][call] * MINUTE;
  }

  /** Unit 0 is free; unit 1 is under way to call 0 and there in so many minutes; call 1 is new. */
  private static Exchange question(int promised) {
    Exchange exchange = new Exchange(3);
    exchange.begin(rules(1), 0);
    exchange.addFree(0, 0);
    exchange.addUnderWay(1, 0, CALL, (long) promised * MINUTE);
    return exchange;
  }

  @Test
  void forCall_crewUnderWayPassesBy_isExchanged() {
    Exchange exchange = question(9);

    int steps = exchange.forCall(1, CALL, minutes(new int[][] {{8, 18}, {9, 3}}));

    assertThat(steps).isEqualTo(2);
    assertThat(exchange.unit(0)).isEqualTo(1);
    assertThat(exchange.call(0)).isEqualTo(1);
    assertThat(exchange.unit(1)).isZero();
    assertThat(exchange.call(1)).isZero();
    assertThat(exchange.gain()).isCloseTo(1 + 0.02 * (18 + 9 - 3 - 8) - 0.06, ROUNDING);
    assertThat(exchange.direct().unit(0)).isZero();
  }

  @Test
  void forCall_firstCallWouldWaitLongerAndTooLong_keepsItsCrew() {
    Exchange exchange = question(14);
    int steps = exchange.forCall(1, CALL, minutes(new int[][] {{15, 40}, {14, 3}}));
    assertThat(steps).isEqualTo(1);
    assertThat(exchange.unit(0)).isZero();
    assertThat(exchange.call(0)).isEqualTo(1);
  }

  @Test
  void forCall_firstCallWouldWaitLongerButInTime_isExchanged() {
    Exchange exchange = question(5);
    assertThat(exchange.forCall(1, CALL, minutes(new int[][] {{12, 40}, {5, 3}}))).isEqualTo(2);
  }

  @Test
  void forCall_gainBelowThePriceOfAnOrder_sendsTheFreeUnit() {
    Exchange exchange = question(5);
    assertThat(exchange.forCall(1, CALL, minutes(new int[][] {{7, 9}, {5, 5}}))).isEqualTo(1);
  }

  @Test
  void forCall_nobodyFree_ordersNobody() {
    Exchange exchange = new Exchange(2);
    exchange.begin(rules(1), 0);
    exchange.addUnderWay(1, 0, CALL, 5 * MINUTE);
    assertThat(exchange.forCall(1, CALL, minutes(new int[][] {{0, 0}, {5, 1}}))).isZero();
  }

  @Test
  void forFreed_closerToACallThanItsCrew_takesItOver() {
    Exchange exchange = question(14);
    assertThat(exchange.forFreed(2, minutes(new int[][] {{1}, {14}, {4}}))).isEqualTo(1);
    assertThat(exchange.unit(0)).isEqualTo(2);
    assertThat(exchange.call(0)).isZero();
  }

  @Test
  void forCall_anyQuestion_isTheBestOfAllExchangesThatLetNobodyDown() {
    Seeds.each(
        1_000,
        seed -> {
          Random random = new Random(seed);
          Case drawn = new Case(random, 1 + random.nextInt(4), random.nextInt(5));
          Exchange exchange = drawn.asked(rules(2));
          double best = drawn.bestByTryingAll();
          assertThat(exchange.gain()).isCloseTo(best, ROUNDING);
        });
  }

  /** Free units, crews under way (the one of call c is unit free + c), one new call. */
  private static final class Case {
    final int free;
    final int under;
    final int[][] minutes;
    final int[] promised;

    Case(Random random, int free, int under) {
      this.free = free;
      this.under = under;
      minutes = new int[free + under][under + 1];
      promised = new int[under];
      for (int[] row : minutes) {
        for (int call = 0; call <= under; call++) {
          row[call] = random.nextInt(20);
        }
      }
      for (int call = 0; call < under; call++) {
        promised[call] = minutes[free + call][call];
      }
    }

    Exchange asked(CoverRules rules) {
      Exchange exchange = new Exchange(free + under);
      exchange.begin(rules, 0);
      for (int unit = 0; unit < free; unit++) {
        exchange.addFree(unit, 0);
      }
      for (int call = 0; call < under; call++) {
        exchange.addUnderWay(free + call, call, CALL, (long) promised[call] * MINUTE);
      }
      exchange.forCall(under, CALL, minutes(minutes));
      return exchange;
    }

    private double cost(int unit, int call) {
      int there = minutes[unit][call];
      if (call < under && there > promised[call] && there > 12) {
        return Double.POSITIVE_INFINITY;
      }
      return (there > 12 ? 1 : 0) + 0.02 * there;
    }

    double bestByTryingAll() {
      double direct = Double.POSITIVE_INFINITY;
      for (int unit = 0; unit < free; unit++) {
        direct = Math.min(direct, cost(unit, under));
      }
      double best = 0;
      for (int a = 0; a < under; a++) {
        for (int unit = 0; unit < free; unit++) {
          double one = cost(free + a, under) + cost(unit, a) + 0.06;
          best = Math.max(best, direct + cost(free + a, a) - one);
          for (int b = 0; b < under; b++) {
            double two = cost(free + a, under) + cost(free + b, a) + cost(unit, b) + 0.12;
            double kept = direct + cost(free + a, a) + cost(free + b, b);
            best = a == b ? best : Math.max(best, kept - two);
          }
        }
      }
      return best;
    }
  }
}
