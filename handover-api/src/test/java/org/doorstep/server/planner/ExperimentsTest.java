package org.doorstep.server.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.doorstep.server.planner.KeptExperiment.State;
import org.doorstep.server.planner.PlannerFault.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE: experiments are processes of their own, one at a time, which can be stopped and are
 * found again; what a stopped or lost one has left is never taken for a whole result.
 */
@Timeout(900)
class ExperimentsTest {
  private static final String BASE = "west-kent-today";

  /** Of a tenth of a second: processes of low priority wait long on a busy machine. */
  private static final int LOOKS_MAX = 3_000;

  @TempDir private Path folder;

  private final List<Experiments> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    opened.forEach(Experiments::close);
    // Whoever still writes would do so in a folder that is being taken away.
    for (Experiments each : opened) {
      for (Experiments.Standing standing : each.list()) {
        awaitGone(each, standing.experiment().number());
      }
    }
  }

  @Test
  void order_ofAShippedScenario_runsAndIsDone() throws Exception {
    Experiments experiments = open();

    int number = order(experiments, PlayedSimulation.DONE_AT_ONCE);

    Experiments.Standing done = await(experiments, number, State.DONE);
    assertThat(done.experiment().words()).isEqualTo("Everything was run.");
    assertThat(done.files()).containsExactly("report.json");
    assertThat(done.command())
        .isEqualTo(
            "java -jar doorstep.jar simulate --scenario west-kent-today --replications 10 --seed 1 --out results");
  }

  @Test
  void order_whileAnotherRuns_waitsForItsTurn() throws Exception {
    Experiments experiments = open();
    int first = order(experiments, PlayedSimulation.UNTIL_STOPPED);
    int second = order(experiments, PlayedSimulation.DONE_AT_ONCE);
    assertThat(experiments.read(second).experiment().state()).isEqualTo(State.QUEUED);

    awaitHeard(experiments, first);
    experiments.stop(first);

    await(experiments, second, State.DONE);
    assertThat(experiments.read(first).experiment().state()).isEqualTo(State.STOPPED);
  }

  @Test
  void stop_keepsWhatIsDoneAndSaysThatItIsNotAll() throws Exception {
    Experiments experiments = open();
    int number = order(experiments, PlayedSimulation.UNTIL_STOPPED);
    awaitHeard(experiments, number);

    assertThat(experiments.stop(number).experiment().state()).isEqualTo(State.STOPPING);

    Experiments.Standing stopped = await(experiments, number, State.STOPPED);
    assertThat(stopped.experiment().words())
        .isEqualTo("Stopped after 4 of 10 runs; what was done is kept.");
    assertThat(stopped.files()).containsExactly("report.json");
    refuses(Kind.EXPERIMENT_ENDED, () -> experiments.stop(number));
  }

  @Test
  void stop_ofOneThatWaits_neverBeginsIt() throws Exception {
    Experiments experiments = open();
    int first = order(experiments, PlayedSimulation.UNTIL_STOPPED);
    int second = order(experiments, PlayedSimulation.DONE_AT_ONCE);

    experiments.stop(second);

    awaitHeard(experiments, first);
    experiments.stop(first);
    await(experiments, first, State.STOPPED);
    assertThat(experiments.read(second).experiment().process()).isEmpty();
    assertThat(experiments.read(second).experiment().state()).isEqualTo(State.STOPPED);
  }

  @Test
  void failure_isSaidInItsOwnWords() throws Exception {
    Experiments experiments = open();

    int number = order(experiments, PlayedSimulation.FAILS);

    assertThat(await(experiments, number, State.FAILED).experiment().words())
        .isEqualTo("The scenario is of no use.");
  }

  @Test
  void process_thatGoesWithoutAWord_isLost() throws Exception {
    Experiments experiments = open();

    int number = order(experiments, PlayedSimulation.GOES_WITHOUT_A_WORD);

    Experiments.Standing lost = await(experiments, number, State.LOST);
    assertThat(lost.experiment().words())
        .isEqualTo("Its process ended without a last word: Killed by a test.");
    assertThat(lost.files()).isEmpty();
  }

  @Test
  void restart_whileOneRuns_goesOnWithIt() throws Exception {
    Experiments before = open();
    int number = order(before, PlayedSimulation.UNTIL_STOPPED);
    awaitHeard(before, number);

    // As after a crash: nobody has closed the first.
    Experiments after = open();
    assertThat(after.read(number).experiment().state()).isEqualTo(State.RUNNING);
    after.stop(number);

    await(after, number, State.STOPPED);
  }

  @Test
  void restart_afterAProcessWasKilled_findsItLostAndRunsWhatWaited() throws Exception {
    Experiments before = open();
    int first = order(before, PlayedSimulation.UNTIL_STOPPED);
    int second = order(before, PlayedSimulation.DONE_AT_ONCE);
    awaitHeard(before, first);
    before.close();
    awaitGone(before, first);
    // What it has left behind is taken away, as if it had been killed.
    Files.writeString(
        folder.resolve("experiments/%d/progress.jsonl".formatted(first)),
        "{\"state\":\"running\",\"done\":4}\n");

    Experiments after = open();

    assertThat(after.read(first).experiment().state()).isEqualTo(State.LOST);
    await(after, second, State.DONE);
  }

  @Test
  void orders_thatCannotBe_areRefusedWithTheRule() throws Exception {
    Experiments experiments = open();
    refuses(Kind.SCENARIO_UNKNOWN, () -> experiments.order(of("nowhere", 1), "p"));
    refuses(Kind.SCENARIO_NAME, () -> experiments.order(of("../../etc/passwd", 1), "p"));
    refuses(Kind.EXPERIMENT_UNKNOWN, () -> experiments.read(7));
    refuses(
        Kind.LIVE_STATE_MISSING,
        () ->
            experiments.order(
                new ExperimentOrder(
                    Optional.empty(),
                    List.of(BASE),
                    1,
                    Optional.empty(),
                    Optional.of(2),
                    Optional.empty(),
                    Optional.of(6)),
                "p"));
    scenarios().save("half-done", "base: west-kent-today\nfleett: {}\n", Optional.empty());

    assertThatThrownBy(() -> experiments.order(of("half-done", 1), "p"))
        .isInstanceOfSatisfying(
            PlannerFault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(Kind.SCENARIO_WRONG);
              assertThat(fault.faults().get(0).place().line()).isEqualTo(2);
            });
    assertThat(experiments.list()).isEmpty();
  }

  @Test
  void orders_beyondTheQueue_areRefused() throws Exception {
    Experiments experiments = open();
    int running = order(experiments, PlayedSimulation.UNTIL_STOPPED);
    order(experiments, PlayedSimulation.DONE_AT_ONCE);
    order(experiments, PlayedSimulation.DONE_AT_ONCE);

    refuses(Kind.EXPERIMENTS_TOO_MANY, () -> order(experiments, PlayedSimulation.DONE_AT_ONCE));
    refuses(Kind.EXPERIMENT_RUNNING, () -> experiments.delete(running));
  }

  @Test
  void results_areThoseOfTheListAndNothingElse() throws Exception {
    Experiments experiments = open();
    int number = order(experiments, PlayedSimulation.DONE_AT_ONCE);
    await(experiments, number, State.DONE);

    assertThat(experiments.result(number, "report.json")).isRegularFile();
    for (String name : List.of("stray.txt", "gone.csv", "files.txt", "../experiment.json", "")) {
      refuses(Kind.FILE_UNKNOWN, () -> experiments.result(number, name));
    }
  }

  @Test
  void delete_takesTheFolderAndNeverGivesItsNumberAgain() throws Exception {
    Experiments experiments = open();
    int number = order(experiments, PlayedSimulation.DONE_AT_ONCE);
    await(experiments, number, State.DONE);

    experiments.delete(number);

    assertThat(folder.resolve("experiments").resolve(Integer.toString(number))).doesNotExist();
    assertThat(order(open(), PlayedSimulation.DONE_AT_ONCE)).isEqualTo(number + 1);
  }

  @Test
  void ownScenario_isRunAsItWasWhenItWasOrdered() throws Exception {
    String text = "base: west-kent-today\nname: Then\n";
    ScenarioShelf.Kept kept = scenarios().save("mine", text, Optional.empty());
    Experiments experiments = open();
    int number = experiments.order(of("mine", 1), "p").experiment().number();
    scenarios().save("mine", "base: west-kent-today\nname: Now\n", Optional.of(kept.version()));

    Experiments.Standing done = await(experiments, number, State.DONE);

    assertThat(folder.resolve("experiments/%d/inputs/mine.yaml".formatted(number)))
        .hasContent(text);
    assertThat(done.command()).contains("--scenario scenario-mine.yaml");
  }

  private Experiments open() {
    Experiments experiments =
        new Experiments(
            folder.resolve("experiments"),
            scenarios(),
            new SimulateWords(
                PlayedSimulation.words(), folder.resolve("map"), true, 2, Optional.empty()),
            new Experiments.Limits(1, 2, 50),
            Optional::empty,
            InstantSource.system());
    opened.add(experiments);
    experiments.start();
    return experiments;
  }

  private ScenarioShelf scenarios() {
    return new ScenarioShelf(folder.resolve("scenarios"));
  }

  private static int order(Experiments experiments, int seed) {
    return experiments.order(of(BASE, seed), "planner1").experiment().number();
  }

  private static ExperimentOrder of(String scenario, int seed) {
    return new ExperimentOrder(
        Optional.empty(),
        List.of(scenario),
        seed,
        Optional.empty(),
        Optional.of(10),
        Optional.empty(),
        Optional.empty());
  }

  private static Experiments.Standing await(Experiments experiments, int number, State state)
      throws Exception {
    awaitGone(experiments, number);
    Experiments.Standing standing = experiments.read(number);
    for (int i = 0; i < LOOKS_MAX && standing.experiment().state() != state; i++) {
      LockSupport.parkNanos(100_000_000);
      standing = experiments.read(number);
    }
    assertThat(standing.experiment().state()).as(standing.toString()).isEqualTo(state);
    return standing;
  }

  /** Waits for the machine, not for luck: until the process is no more. */
  private static void awaitGone(Experiments experiments, int number) throws Exception {
    var process = experiments.read(number).experiment().process();
    if (process.isPresent()) {
      var handle = ProcessHandle.of(process.get().pid());
      if (handle.isPresent()) {
        handle.get().onExit().get(300, TimeUnit.SECONDS);
      }
    }
  }

  /** Waits until it has said how far it is, so that it can hear a signal. */
  private static void awaitHeard(Experiments experiments, int number) throws Exception {
    for (int i = 0; i < LOOKS_MAX; i++) {
      Object done = experiments.read(number).progress().map(said -> said.get("done")).orElse(null);
      if (Long.valueOf(4).equals(done)) {
        return;
      }
      LockSupport.parkNanos(100_000_000);
    }
    throw new AssertionError("It has said nothing: " + experiments.read(number));
  }

  private static void refuses(
      Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            PlannerFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
  }
}
