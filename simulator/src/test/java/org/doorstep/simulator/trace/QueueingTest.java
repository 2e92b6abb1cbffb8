package org.doorstep.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.doorstep.simulator.chance.Chance;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: what the engine does with random calls is what queueing theory says: of a hundred
 * intervals of 95 % between 90 and 99 hold the true value, neither fewer nor all.
 */
class QueueingTest {
  private static final int CASES = 100;
  private static final int REPLICATIONS = 10;
  private static final int CALLS = 1_000;
  private static final int WARM_UP = 200;

  /** Student's t with nine degrees of freedom, two-sided 95 %. */
  private static final double T_9 = 2.262157;

  private static final double NO_WAIT_MINUTES = 1e-6;
  private static final int HOLDS_MIN = 90;
  private static final int HOLDS_MAX = 99;

  /** How one replication is measured, its warm-up aside. */
  private interface Measure {
    double of(Queue queue, List<TraceOutcome> outcomes);
  }

  @Test
  void play_callsLostWhenAllAreBusy_shareIsErlangB() {
    hold(
        "Erlang B",
        chance -> Queue.ofOnePlace(chance.whole(2, 8), load(chance), WhenNobodyIsFree.PASS_ON),
        Queue::erlangB,
        (queue, outcomes) -> share(outcomes, each -> each.unit() == TraceOutcome.NONE ? 1 : 0));
  }

  @Test
  void play_callsWait_shareIsErlangC() {
    hold(
        "Erlang C, share that waits",
        chance -> Queue.ofOnePlace(chance.whole(2, 8), load(chance), WhenNobodyIsFree.WAIT),
        Queue::erlangC,
        (queue, outcomes) ->
            share(outcomes, each -> each.responseMinutes() > NO_WAIT_MINUTES ? 1 : 0));
  }

  @Test
  void play_callsWait_meanWaitIsErlangs() {
    hold(
        "Erlang C, mean wait",
        chance -> Queue.ofOnePlace(chance.whole(2, 8), load(chance), WhenNobodyIsFree.WAIT),
        Queue::meanWait,
        (queue, outcomes) -> share(outcomes, TraceOutcome::responseMinutes));
  }

  @Test
  void play_placesPreferUnits_loadOfAUnitIsTheHypercubes() {
    hold(
        "Hypercube, calls lost",
        chance -> Queue.random(chance.whole(2, 8), load(chance), WhenNobodyIsFree.PASS_ON, chance),
        queue -> queue.hypercubeBusy(0),
        (queue, outcomes) -> busy(outcomes, 0));
  }

  @Test
  void play_placesPreferUnitsAndCallsWait_loadOfAUnitIsTheHypercubes() {
    hold(
        "Hypercube, calls wait",
        chance -> Queue.random(chance.whole(2, 8), load(chance), WhenNobodyIsFree.WAIT, chance),
        queue -> queue.hypercubeBusy(0),
        (queue, outcomes) -> busy(outcomes, 0));
  }

  @Test
  void hypercube_unitsAlikeEverywhere_agreesWithErlang() {
    Queue lost = Queue.ofOnePlace(5, 0.6, WhenNobodyIsFree.PASS_ON);
    Queue waiting = Queue.ofOnePlace(5, 0.6, WhenNobodyIsFree.WAIT);
    double sumLost = 0;
    double sumWaiting = 0;
    for (int unit = 0; unit < 5; unit++) {
      sumLost += lost.hypercubeBusy(unit);
      sumWaiting += waiting.hypercubeBusy(unit);
    }

    assertThat(sumLost).isCloseTo(lost.offered() * (1 - lost.erlangB()), within(1e-9));
    assertThat(sumWaiting).isCloseTo(waiting.offered(), within(1e-9));
    // Tables of Erlang's formulas: 3 units offered 2 have B = 4/19 and C = 4/9.
    Queue table = Queue.ofOnePlace(3, 2.0 / 3, WhenNobodyIsFree.WAIT);
    assertThat(table.erlangB()).isCloseTo(4.0 / 19, within(1e-12));
    assertThat(table.erlangC()).isCloseTo(4.0 / 9, within(1e-12));
  }

  private static double load(Chance chance) {
    return chance.between(0.4, 0.75);
  }

  private static void hold(
      String name, Function<Chance, Queue> queues, ToDoubleFunction<Queue> truth, Measure measure) {
    int holds = 0;
    double width = 0;
    for (int seed = 1; seed <= CASES; seed++) {
      Chance chance = Chance.of(seed, name);
      Queue queue = queues.apply(chance);
      double[] means = new double[REPLICATIONS];
      for (int i = 0; i < REPLICATIONS; i++) {
        Trace trace = queue.trace(WARM_UP + CALLS, chance.split());
        List<TraceOutcome> outcomes = TraceWorld.play(trace, event -> {});
        means[i] = measure.of(queue, outcomes);
      }
      double mean = mean(means);
      double half = T_9 * deviation(means, mean) / Math.sqrt(REPLICATIONS);
      double value = truth.applyAsDouble(queue);
      holds += Math.abs(mean - value) <= half ? 1 : 0;
      width += half / value / CASES;
    }
    System.out.printf(
        "%s: %d of %d intervals hold the true value; half width %.1f %% on average%n",
        name, holds, CASES, 100 * width);
    assertThat(holds).as(name).isBetween(HOLDS_MIN, HOLDS_MAX);
  }

  private static double share(List<TraceOutcome> outcomes, ToDoubleFunction<TraceOutcome> value) {
    return outcomes.stream().skip(WARM_UP).mapToDouble(value).average().orElseThrow();
  }

  /** The share of the time from the end of the warm-up to the last call that a unit was busy. */
  private static double busy(List<TraceOutcome> outcomes, int unit) {
    double from = outcomes.get(WARM_UP).arrivalMinutes();
    double until = outcomes.get(outcomes.size() - 1).arrivalMinutes();
    double busy = 0;
    for (TraceOutcome each : outcomes) {
      if (each.unit() == unit) {
        double begin = Math.max(from, each.arrivalMinutes() + each.responseMinutes());
        busy += Math.max(0, Math.min(until, each.finishMinutes()) - begin);
      }
    }
    return busy / (until - from);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double each : values) {
      sum += each;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values, double mean) {
    double squares = 0;
    for (double each : values) {
      squares += (each - mean) * (each - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }
}
