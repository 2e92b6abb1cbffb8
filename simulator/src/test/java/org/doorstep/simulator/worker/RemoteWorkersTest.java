package org.doorstep.simulator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.doorstep.simulator.experiment.Experiment;
import org.doorstep.simulator.experiment.ExperimentFolder;
import org.doorstep.simulator.experiment.Measured;
import org.doorstep.simulator.experiment.Plan;
import org.doorstep.simulator.experiment.Run;
import org.doorstep.simulator.experiment.Setting;
import org.doorstep.simulator.experiment.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE: replications are run elsewhere, by workers that are as this program is. */
class RemoteWorkersTest {
  private static final Plan PLAN =
      new Plan(
          "today",
          "name: today\n",
          List.of(),
          (replication, seed) -> {
            throw new AssertionError("It is not run here.");
          });

  @TempDir private Path folder = Path.of("");

  /** Workers of this process that are spoken to as if they were others. */
  private record Near(List<Workshop> workshops) implements Carrier {
    Near {
      workshops = List.copyOf(workshops);
    }

    @Override
    public int room() {
      return 1;
    }

    @Override
    public String ask(String line) {
      return workshops.get((line.length() + line.hashCode()) & (workshops.size() - 1)).answer(line);
    }

    @Override
    public void close() {
      // They are of this thread.
    }
  }

  private static SentScenario sent(String text) {
    return new SentScenario(
        "today", text, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Workshop workshop(String version, String map) {
    return new Workshop(version, scenario -> ready(scenario, map));
  }

  private static Workshop.Ready ready(SentScenario scenario, String map) {
    if (scenario.text().isBlank()) {
      throw new IllegalArgumentException("today: must say something.");
    }
    return new Workshop.Ready(
        map,
        Setting.of("As " + map),
        (replication, seed) -> {
          if (replication == 2) {
            throw new IllegalStateException("The unit (A1) has two jobs.");
          }
          return Measured.of(Map.of("seed", seed / 7.0));
        });
  }

  private static RemoteWorkers workers(String text, Workshop... workshops) {
    return new RemoteWorkers(new Near(List.of(workshops)), "1", Map.of("today", sent(text)));
  }

  private List<Run> run(Workers workers) {
    return new Experiment(new Experiment.Order(8, 42, 1, "1"), List.of(PLAN))
        .run(
            new ExperimentFolder(folder),
            workers,
            progress -> {},
            InstantSource.fixed(Instant.EPOCH),
            () -> false)
        .results()
        .runs();
  }

  @Test
  void run_elsewhere_measuresAndFailsAsItWouldHere() throws Exception {
    RemoteWorkers workers = workers("name: today\n", workshop("1", "kent"));

    assertThat(workers.prepare(List.of(PLAN)))
        .extracting(plan -> plan.setting().title())
        .containsExactly("As kent");
    List<Run> runs = run(workers);

    assertThat(runs).extracting(Run::replication).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(runs.get(0).measured().orElseThrow().values())
        .containsEntry("seed", runs.get(0).seed() / 7.0);
    assertThat(runs.get(1).failure().orElse(""))
        .startsWith("java.lang.IllegalStateException: The unit (A1) has two jobs.\n")
        .doesNotContain("Workshop.answer");
  }

  @Test
  void workers_withDifferentMaps_areRefused() {
    RemoteWorkers workers =
        workers("name: today\n", workshop("1", "kent"), workshop("1", "surrey"));

    assertThatThrownBy(() -> run(workers))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The workers have different maps (kent, surrey): all must have the same.");
  }

  @Test
  void worker_ofAnotherVersion_refuses() {
    RemoteWorkers workers = workers("name: today\n", workshop("2", "kent"));

    assertThatThrownBy(() -> workers.prepare(List.of(PLAN)))
        .hasMessage(
            "A worker is of version (2), and whoever gives work is of (1): both must be the same.");
  }

  @Test
  void scenario_thatAWorkerCannotUse_isRefusedInItsWords() {
    RemoteWorkers workers = workers(" ", workshop("1", "kent"));

    assertThatThrownBy(() -> workers.prepare(List.of(PLAN)))
        .hasMessage("today: must say something.");
  }

  @Test
  void workshop_sameScenarioAgain_preparesItOnce() {
    List<String> prepared = new ArrayList<>();
    Workshop workshop =
        new Workshop(
            "1",
            scenario -> {
              prepared.add(scenario.text());
              return ready(scenario, "kent");
            });
    for (String text : List.of("a", "b", "a", "b", "a")) {
      var unused =
          workshop.answer(WorkLine.write(new WorkRequest("1", sent(text), Optional.empty())));
    }

    assertThat(prepared).containsExactly("a", "b");
  }

  @Test
  void workshop_lineThatIsNoRequest_isRefusedAndTheNextIsAnswered() {
    Workshop workshop = workshop("1", "kent");

    assertThat(workshop.answer("hello")).contains("no request");
    assertThat(workshop.answer(WorkLine.write(new WorkRequest("1", sent("a"), Optional.empty()))))
        .contains("kent");
  }

  @Test
  void loop_endOfInput_endsItAlthoughWorkIsInHand() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    StringWriter out = new StringWriter();

    WorkerLoop.serve(
        new BufferedReader(new StringReader("one\n")),
        new PrintWriter(out),
        line -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            return "interrupted";
          }
          return "answered";
        });

    assertThat(out.toString()).doesNotContain("answered");
  }
}
