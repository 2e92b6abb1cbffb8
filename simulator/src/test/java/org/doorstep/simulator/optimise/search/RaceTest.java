package org.doorstep.simulator.optimise.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.experiment.Measured;
import org.doorstep.simulator.experiment.Trial;
import org.doorstep.simulator.optimise.search.Objective.Guard;
import org.doorstep.simulator.optimise.search.Objective.Term;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.world.Towns;
import org.junit.jupiter.api.Test;

/** FEATURE: of many scenarios the better one is found on shared seeds with few runs. */
class RaceTest {
  private static final Objective LESS =
      new Objective(List.of(new Term("wait", 1)), List.of(new Guard("other", 5)));

  /** A world whose wait is as long as its name says, with noise that all scenarios share. */
  private static Trial trial(Scenario scenario) {
    return (replication, seed) -> {
      Chance shared = Chance.of(seed, "day");
      Chance own = Chance.of(seed, scenario.name());
      double other = scenario.name().startsWith("9") ? 150 : 100;
      double wait = Double.parseDouble(scenario.name().strip());
      return Measured.of(
          Map.of("wait", wait + 50 * shared.normal() + 2 * own.normal(), "other", other));
    };
  }

  private static Scenario waiting(String minutes) {
    return Towns.with("name: \"%s\"".formatted(minutes));
  }

  private static List<Race.Runner<String>> runners(String... waits) {
    List<Race.Runner<String>> runners = new ArrayList<>();
    for (String each : waits) {
      runners.add(new Race.Runner<>(each, waiting(each)));
    }
    return runners;
  }

  private static Runs runs(int threads) {
    return new Runs(RaceTest::trial, new Seeds(7), threads, () -> false);
  }

  @Test
  void run_oneIsBetter_winsAndLosersGetFewRuns() {
    try (Runs runs = runs(2)) {
      Optional<Race.Winner<String>> winner =
          new Race(runs, LESS, new Race.Terms(4, 32, 0.95))
              .run(waiting("120"), runners("130", "140", "125", "105", "121", "128", "150", "119"));

      assertThat(winner.map(Race.Winner::entry)).hasValue("105");
      assertThat(winner.orElseThrow().difference().holds(-15)).isTrue();
      assertThat(runs.made()).isLessThan(9 * 32 / 2);
    }
  }

  @Test
  void run_noneIsBetter_keepsTheHolder() {
    try (Runs runs = runs(1)) {
      Race race = new Race(runs, LESS, new Race.Terms(4, 16, 0.95));

      assertThat(race.run(waiting("100"), runners("101", "110", "130"))).isEmpty();
      assertThat(race.run(waiting("100"), runners())).isEmpty();
    }
  }

  @Test
  void run_betterByBreakingAGuard_doesNotWin() {
    try (Runs runs = runs(1)) {
      assertThat(
              new Race(runs, LESS, new Race.Terms(4, 8, 0.95)).run(waiting("120"), runners("90")))
          .isEmpty();
    }
  }

  @Test
  void run_anyNumberOfThreads_givesTheSame() {
    try (Runs one = runs(1);
        Runs three = runs(3)) {
      Race.Terms terms = new Race.Terms(4, 16, 0.9);

      assertThat(new Race(one, LESS, terms).run(waiting("120"), runners("110", "111", "112")))
          .isEqualTo(
              new Race(three, LESS, terms).run(waiting("120"), runners("110", "111", "112")));
      assertThat(one.made()).isEqualTo(three.made());
    }
  }

  @Test
  void measure_trialThatFails_namesItsSeed() {
    Scenario scenario = waiting("x");
    try (Runs runs = runs(1)) {
      assertThatThrownBy(() -> runs.measure(List.of(new Runs.Job(scenario, 1))))
          .hasMessageContaining(
              "The training run with the seed (%d) failed".formatted(new Seeds(7).training(1)));
    }
  }

  @Test
  void seeds_ofTrainingAndJudgement_areNeverTheSame() {
    Seeds seeds = new Seeds(1);
    List<Long> judged = new ArrayList<>();
    for (int replication = 1; replication <= 200; replication++) {
      judged.add(Chance.of(1, "replication-" + replication).bits());
    }

    seeds.requireUnseen(judged, 1_000);
    judged.add(seeds.training(3));

    assertThatThrownBy(() -> seeds.requireUnseen(judged, 10)).hasMessageContaining("trained on");
  }

  @Test
  void terms_ofText_areReadOrRefused() {
    List<String> known = List.of("c1-mean-seconds", "c2-mean-seconds");

    assertThat(Objective.terms("c1-mean-seconds=2, c2-mean-seconds", known))
        .containsExactly(new Term("c1-mean-seconds", 2), new Term("c2-mean-seconds", 1));
    assertThatThrownBy(() -> Objective.terms("c9", known)).hasMessageContaining("(c9)");
    assertThatThrownBy(() -> Objective.terms("c1-mean-seconds=x", known))
        .hasMessageContaining("The weight (x)");
    assertThatThrownBy(() -> Objective.terms("c1-mean-seconds=0", known))
        .hasMessageContaining("other than 0");
    assertThatThrownBy(() -> Objective.terms("c1-mean-seconds=Infinity", known))
        .hasMessageContaining("The weight (Infinity)");
    assertThatThrownBy(
            () ->
                new Objective(Objective.terms("c1-mean-seconds,c1-mean-seconds", known), List.of()))
        .hasMessageContaining("each measure once");
  }
}
