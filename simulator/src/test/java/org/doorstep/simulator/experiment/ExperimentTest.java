package org.doorstep.simulator.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.doorstep.simulator.experiment.Experiment.Order;
import org.doorstep.simulator.measure.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE: replications on all cores whose results do not depend on the cores, kept in a folder.
 */
class ExperimentTest {
  private static final InstantSource STANDING = InstantSource.fixed(Instant.EPOCH);
  private static final List<Plan> BOTH = List.of(Dice.plan("today", 1), Dice.plan("slow", 1.2));

  @TempDir private Path folder = Path.of("");

  private static Experiment experiment(List<Plan> plans, int replications, int workers) {
    return new Experiment(new Order(replications, 42, workers, "0.1.0"), plans);
  }

  private static Experiment.Outcome run(Path to, List<Plan> plans, int replications, int workers) {
    return experiment(plans, replications, workers)
        .run(new ExperimentFolder(to), progress -> {}, STANDING, () -> false);
  }

  private static Map<String, String> contents(Path of) throws Exception {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(of)) {
      for (Path file : files.toList()) {
        contents.put(
            String.valueOf(file.getFileName()),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }

  @Test
  void run_oneWorkerOrThree_givesTheSameBytes() throws Exception {
    run(folder.resolve("one"), BOTH, 7, 1);
    run(folder.resolve("three"), BOTH, 7, 3);

    Map<String, String> one = contents(folder.resolve("one"));
    Map<String, String> three = contents(folder.resolve("three"));
    String log = String.valueOf(three.remove("log.txt"));
    assertThat(log.lines()).hasSameSizeAs(String.valueOf(one.remove("log.txt")).lines().toList());
    assertThat(three).isEqualTo(one);
    assertThat(one.keySet())
        .containsExactly(
            "assumptions.csv",
            "by-hour-slow.png",
            "by-hour-today.png",
            "comparison.csv",
            "comparison.png",
            "curves.csv",
            "files.txt",
            "measures.csv",
            "places.csv",
            "report.json",
            "response-times-slow.png",
            "response-times-today.png",
            "scenario-slow.yaml",
            "scenario-today.yaml",
            "summary.csv");
  }

  @Test
  void log_saysWhatHappenedWhen_inTheOrderInWhichItDid() throws Exception {
    run(folder, List.of(Dice.plan("today", 1)), 2, 1);

    assertThat(folder.resolve("log.txt"))
        .hasContent(
            """
            1970-01-01T00:00:00Z begins: 0.1.0, seed 42, at most 2 replications of today, room for 1 at once
            1970-01-01T00:00:00Z today, replication 1, seed %d
            1970-01-01T00:00:00Z today, replication 2, seed %d
            1970-01-01T00:00:00Z done; all files are written
            """
                .formatted(Replications.seedOf(42, 1), Replications.seedOf(42, 2)));
    assertThat(Files.readString(folder.resolve("files.txt"))).contains("\nlog.txt\n");
  }

  @Test
  void run_twoScenarios_shareTheirSeedsAndShowWhatDiffers() {
    Experiment.Outcome outcome = run(folder, BOTH, 10, 2);

    List<Run> runs = outcome.results().runs();
    assertThat(runs).hasSize(20);
    assertThat(runs.get(0).seed()).isEqualTo(runs.get(1).seed()).isNotEqualTo(runs.get(2).seed());
    assertThat(outcome.summary().differences())
        .filteredOn(change -> change.measure().equals("c2-mean-seconds"))
        .singleElement()
        .matches(change -> change.star().equals("*"))
        .matches(change -> change.interval().mean() > 0);
    assertThat(outcome.summary().differences())
        .filteredOn(change -> change.measure().equals("incidents"))
        .singleElement()
        .matches(change -> change.star().isEmpty())
        .matches(change -> change.interval().mean() == 0);
    assertThat(outcome.tables())
        .contains("slow less today", "c2-mean-seconds")
        .doesNotContain("never");
  }

  @Test
  void run_oneReplication_hasMeansAndNoIntervals() throws Exception {
    Experiment.Outcome outcome = run(folder, List.of(Dice.plan("today", 1)), 1, 2);

    assertThat(outcome.tables()).containsPattern("c1-mean-seconds +[0-9.]+   - +1");
    assertThat(Files.readString(folder.resolve("summary.csv"))).containsPattern(",1,[0-9]+,,,\n");
    assertThat(Files.readString(folder.resolve("report.json"))).contains("\"low\": null");
  }

  @Test
  void run_replicationThatFails_isReportedWithItsSeedAndLosesNoOther() throws Exception {
    Plan frail =
        new Plan(
            "frail",
            "",
            List.of(),
            (replication, seed) -> {
              if (replication == 3) {
                throw new IllegalStateException("The unit (A1) has two jobs.");
              }
              return Dice.measured(seed, 1);
            });

    Experiment.Outcome outcome = run(folder, List.of(frail), 5, 2);

    assertThat(outcome.results().failures()).hasSize(1);
    assertThat(outcome.results().state()).isEqualTo("done");
    assertThat(outcome.results().values("frail", "incidents")).hasSize(4);
    long seed = Replications.seedOf(42, 3);
    assertThat(Files.readString(folder.resolve("failures.txt")))
        .startsWith("frail, replication 3, seed " + seed + ":\n")
        .contains("The unit (A1) has two jobs.");
    assertThat(Files.readString(folder.resolve("measures.csv")))
        .contains("frail,3," + seed + ",failed,,");
  }

  @Test
  void run_stopped_keepsTheFirstThatWereInHand() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Plan slow =
        new Plan(
            "slow",
            "",
            List.of(),
            (replication, seed) -> {
              if (replication > 1) {
                asked.await();
              }
              return Dice.measured(seed, 1);
            });
    List<Progress> told = new ArrayList<>();

    Experiment.Outcome outcome =
        experiment(List.of(slow), 20, 2)
            .run(
                new ExperimentFolder(folder),
                progress -> {
                  told.add(progress);
                  if (progress.stopping()) {
                    asked.countDown();
                  }
                },
                STANDING,
                () -> !told.isEmpty() && told.get(told.size() - 1).done() >= 1);

    assertThat(outcome.results().state()).isEqualTo("stopped after 3 of 20");
    assertThat(outcome.results().runs()).extracting(Run::replication).containsExactly(1, 2, 3);
    assertThat(Files.readString(folder.resolve("report.json")))
        .contains("\"state\": \"stopped after 3 of 20\"");
    assertThat(told.get(told.size() - 1).toString()).contains("3 of 20 runs", "stopping");
  }

  @Test
  void run_stoppedBeforeItHasBegun_keepsAFolderWithoutRuns() throws Exception {
    Experiment.Outcome outcome =
        experiment(BOTH, 4, 2)
            .run(new ExperimentFolder(folder), progress -> {}, STANDING, () -> true);

    assertThat(outcome.results().state()).isEqualTo("stopped after 0 of 8");
    assertThat(Files.readString(folder.resolve("report.json")))
        .contains("\"state\": \"stopped after 0 of 8\"");
  }

  @Test
  void progress_halfDone_saysHowLongTheRestTakes() {
    ArrayDeque<Instant> times = new ArrayDeque<>();
    for (int minute = 0; minute < 20; minute++) {
      times.add(Instant.EPOCH.plus(Duration.ofMinutes(minute)));
    }
    List<String> told = new ArrayList<>();

    experiment(List.of(Dice.plan("today", 1)), 2, 1)
        .run(
            new ExperimentFolder(folder),
            progress -> told.add(progress.toString()),
            () -> times.size() > 1 ? times.remove() : times.element(),
            () -> false);

    assertThat(told.get(0)).isEqualTo("0 of 2 runs, 1:00 min");
    assertThat(told).anyMatch(line -> line.matches("1 of 2 runs, (\\d+:00) min, \\1 min left"));
    assertThat(Progress.of(1, 100, 2, Duration.ofMinutes(3), false))
        .hasToString("1 of 100 runs, 2 failed, 3:00 min, 4 h 57 min left");
  }

  @Test
  void folder_ofAnEarlierExperiment_isWrittenAnew() throws Exception {
    run(folder, BOTH, 2, 1);
    run(folder, List.of(Dice.plan("today", 1)), 2, 1);

    assertThat(contents(folder).keySet())
        .contains("scenario-today.yaml")
        .doesNotContain("scenario-slow.yaml", "comparison.csv");
  }

  @Test
  void folder_thatHoldsSomethingElse_isRefusedAndUntouched() throws Exception {
    run(folder, BOTH, 2, 1);
    Files.writeString(folder.resolve("thesis.tex"), "mine");
    Map<String, String> before = contents(folder);

    assertThatThrownBy(() -> new ExperimentFolder(folder).open())
        .hasMessage(
            folder + ": holds something else (thesis.tex); give a folder that is new or empty.");
    assertThat(contents(folder)).isEqualTo(before);
  }

  @Test
  void folder_withFilesOfTheSameNames_isRefused() throws Exception {
    Files.writeString(folder.resolve("measures.csv"), "mine");
    Files.writeString(folder.resolve("files.txt"), "mine too");

    assertThatThrownBy(() -> new ExperimentFolder(folder).open())
        .hasMessageContaining("measures.csv");
  }

  @Test
  void folder_thatIsAFile_isRefused() throws Exception {
    Path file = folder.resolve("file");
    Files.writeString(file, "");

    assertThatThrownBy(() -> new ExperimentFolder(file).open())
        .hasMessageContaining("cannot be written");
  }

  @Test
  void logs_ofReplications_haveTheirNamesOnceClosed() throws Exception {
    ExperimentFolder kept = new ExperimentFolder(folder);
    LogFiles logs = kept.logs();
    kept.open();
    try (OutputStream log = logs.open("today", 7)) {
      log.write("{}\n".getBytes(StandardCharsets.UTF_8));
      assertThat(folder.resolve("log-today-0007.jsonl")).doesNotExist();
    }

    assertThat(folder.resolve("log-today-0007.jsonl")).hasContent("{}\n");
    kept.open();
    assertThat(folder.resolve("log-today-0007.jsonl")).doesNotExist();
  }

  @Test
  void plots_everyOne_isAPictureOfItsSize() throws Exception {
    run(folder, BOTH, 5, 2);

    for (String name : List.of("response-times-today", "by-hour-slow", "comparison")) {
      var image = ImageIO.read(folder.resolve(name + ".png").toFile());
      assertThat(image.getWidth()).as(name).isEqualTo(1_000);
    }
  }

  @Test
  void figures_ofAScenario_areTheMeansOfItsNationalMeasures() {
    Experiment.Outcome outcome = run(folder, BOTH, 3, 2);

    assertThat(outcome.figures("slow").of(Measure.C2_MEAN_SECONDS))
        .isGreaterThan(outcome.figures("today").of(Measure.C2_MEAN_SECONDS));
    assertThat(outcome.figures("today").of(Measure.TO_ED)).isNaN();
  }

  @Test
  void experiment_impossibleOrder_isRefused() {
    assertThatThrownBy(() -> new Order(0, 1, 1, "0")).hasMessageContaining("replications (0)");
    assertThatThrownBy(() -> new Order(1, 1, 0, "0")).hasMessageContaining("workers (0)");
    assertThatThrownBy(() -> experiment(List.of(), 1, 1)).hasMessageContaining("one scenario");
    assertThatThrownBy(() -> experiment(List.of(BOTH.get(0), BOTH.get(0)), 1, 1))
        .hasMessage("The scenario (today) must be given once.");
    assertThatThrownBy(() -> Dice.plan("Not/A Name", 1)).hasMessageContaining("(Not/A Name)");
  }
}
