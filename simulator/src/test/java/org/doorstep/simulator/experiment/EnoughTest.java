package org.doorstep.simulator.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.experiment.Experiment.Order;
import org.doorstep.simulator.statistics.Interval;
import org.doorstep.simulator.statistics.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE: an experiment stops at the first number of replications that is precise enough, whatever
 * the workers.
 */
class EnoughTest {
  private static final String MEASURE = "c2-mean-seconds";

  @TempDir private Path folder = Path.of("");

  private static Plan plan(String name, double mean, double spread) {
    return new Plan(
        name,
        "",
        List.of(),
        (replication, seed) -> {
          Chance chance = Chance.of(seed, "enough");
          double shared = chance.normal();
          double own = Chance.of(seed, name).normal();
          return Measured.of(Map.of(MEASURE, mean + spread * (0.9 * shared + 0.4 * own)));
        });
  }

  private Experiment.Outcome run(List<Plan> plans, Enough enough, long seed, Workers workers) {
    return new Experiment(
            new Order(enough.precision().most(), seed, 1, "0.1.0", Optional.of(enough)), plans)
        .run(
            new ExperimentFolder(folder),
            workers,
            progress -> {},
            InstantSource.fixed(Instant.EPOCH),
            () -> false);
  }

  /** Runs everything, and looks afterwards at each number from scratch. */
  private static int slowly(List<Plan> plans, Enough enough, long seed) throws Exception {
    Precision precision = enough.precision();
    for (int count = precision.least(); count < precision.most(); count++) {
      List<List<Double>> values = new ArrayList<>();
      for (Plan plan : plans) {
        List<Double> own = new ArrayList<>();
        for (int replication = 1; replication <= count; replication++) {
          long each = Replications.seedOf(seed, replication);
          own.add(plan.trial().run(replication, each).values().getOrDefault(MEASURE, 0.0));
        }
        values.add(own);
      }
      double base = StrictMath.abs(Interval.of(values.get(0)).mean());
      boolean precise = true;
      for (List<Double> own : values) {
        Interval alone = Interval.of(own);
        Interval change = Interval.ofDifferences(values.get(0), own);
        precise &=
            alone.halfWidth() <= precision.relative() * StrictMath.abs(alone.mean())
                && change.halfWidth() <= precision.relative() * base;
      }
      if (precise) {
        return count;
      }
    }
    return precision.most();
  }

  @Test
  void run_manyExperiments_stopWhereTheSlowTwinStops() throws Exception {
    List<Integer> stops = new ArrayList<>();
    for (long seed = 1; seed <= 40; seed++) {
      Chance chance = Chance.of(seed, "experiments");
      List<Plan> plans = new ArrayList<>(List.of(plan("today", 1_700, 40 + 200 * chance.share())));
      for (int more = chance.whole(0, 2); more > 0; more--) {
        plans.add(plan("more-" + more, 1_900, 300 * chance.share()));
      }
      Enough enough =
          new Enough(MEASURE, new Precision(0.02 + 0.05 * chance.share(), 2 + (int) seed % 5, 60));
      int expected = slowly(plans, enough, seed);
      stops.add(expected);

      Experiment.Outcome outcome = run(plans, enough, seed, new ThreadWorkers(1 + (int) seed % 4));

      assertThat(outcome.results().runs())
          .as("seed %d, %s", seed, enough)
          .hasSize(expected * plans.size())
          .extracting(Run::replication)
          .isSorted()
          .endsWith(expected);
      assertThat(outcome.results().state()).isEqualTo("done");
    }
    assertThat(stops).as("some at the least, some at the most, most between").contains(60);
    assertThat(stops.stream().distinct().count()).isGreaterThan(8);
  }

  /** The first replication waits for the last that its neighbours can take meanwhile. */
  @Test
  void run_firstReplicationIsTheSlowest_stopsAtTheSameNumber() throws Exception {
    Plan quick = plan("today", 1_700, 100);
    Enough enough = new Enough(MEASURE, new Precision(0.05, 3, 100));
    int expected = run(List.of(quick), enough, 7, new ThreadWorkers(1)).results().runs().size();
    CountDownLatch others = new CountDownLatch(30);
    Plan slowStart =
        new Plan(
            "today",
            "",
            List.of(),
            (replication, seed) -> {
              if (replication == 1) {
                others.await();
              }
              others.countDown();
              return quick.trial().run(replication, seed);
            });

    Experiment.Outcome outcome = run(List.of(slowStart), enough, 7, new ThreadWorkers(8));

    assertThat(expected).isBetween(3, 29);
    assertThat(outcome.results().runs()).hasSize(expected);
  }

  @Test
  void run_precisionIsOutOfReach_endsAtTheMost() throws Exception {
    Enough enough = new Enough(MEASURE, new Precision(0.000_1, 2, 12));

    Experiment.Outcome outcome =
        run(List.of(plan("today", 1_700, 100)), enough, 1, new ThreadWorkers(3));

    assertThat(outcome.results().runs()).hasSize(12);
    assertThat(outcome.results().state()).isEqualTo("done");
  }

  @Test
  void run_replicationThatFails_countsTowardsTheMostAndHasNoSayInThePrecision() {
    Plan frail =
        new Plan(
            "frail",
            "",
            List.of(),
            (replication, seed) -> {
              throw new IllegalStateException("The unit (A1) has two jobs.");
            });
    Enough enough = new Enough(MEASURE, new Precision(0.5, 2, 5));

    Experiment.Outcome outcome = run(List.of(frail), enough, 1, new ThreadWorkers(2));

    assertThat(outcome.results().failures()).hasSize(5);
  }

  @Test
  void run_measureThatNobodyHas_isRefusedWithThoseThatThereAre() {
    Enough enough = new Enough("c9-mean-seconds", new Precision(0.1, 2, 50));

    assertThatThrownBy(() -> run(List.of(plan("today", 1, 1)), enough, 1, new ThreadWorkers(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The measure (c9-mean-seconds) to be precise of is none that these scenarios have:"
                + " c2-mean-seconds.");
  }
}
