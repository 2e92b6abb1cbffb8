package org.doorstep.simulator.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.doorstep.simulator.experiment.Experiment.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE: a lost worker costs time and nothing else. */
class LostWorkersTest {
  private static final List<Plan> PLANS = List.of(Dice.plan("today", 1), Dice.plan("slow", 1.2));

  @TempDir private Path folder = Path.of("");

  /** Workers that are lost so many times for each replication before one comes through. */
  private static final class Frail implements Workers {
    private final int times;
    private final Map<Long, Integer> lost = new ConcurrentHashMap<>();
    private final Set<Long> never;

    Frail(int times, Set<Long> never) {
      this.times = times;
      this.never = never;
    }

    @Override
    public int room() {
      return 3;
    }

    @Override
    public Ended run(Plan plan, int replication, long seed) throws WorkerLost {
      int before = lost.merge(seed + plan.name().length(), 1, Integer::sum);
      if (before <= times || never.contains(seed)) {
        throw new WorkerLost("its process ended with status 137");
      }
      return Ended.of(plan.trial(), replication, seed);
    }

    @Override
    public void close() {
      // They are of this thread.
    }
  }

  private Experiment.Outcome run(String to, Workers workers) {
    return new Experiment(new Order(5, 42, 1, "0.1.0"), PLANS)
        .run(
            new ExperimentFolder(folder.resolve(to)),
            workers,
            progress -> {},
            InstantSource.fixed(Instant.EPOCH),
            () -> false);
  }

  private Map<String, String> contents(String of) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve(of))) {
      files.forEach(file -> contents.put(String.valueOf(file.getFileName()), read(file)));
    }
    return contents;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void run_eachReplicationLosesTwoWorkers_givesTheSameBytes() throws Exception {
    run("threads", new ThreadWorkers(1));
    run("frail", new Frail(2, Set.of()));

    Map<String, String> frail = contents("frail");
    String log = String.valueOf(frail.remove("log.txt"));
    Map<String, String> threads = contents("threads");
    threads.remove("log.txt");
    assertThat(frail).isEqualTo(threads);
    assertThat(log.lines().filter(line -> line.contains("its worker was lost"))).hasSize(20);
    assertThat(log)
        .contains("replication 5: its worker was lost (its process ended with status 137)\n");
  }

  @Test
  void run_replicationThatEndsThreeWorkers_isAFailedRunThatSaysWhy() {
    long seed = Replications.seedOf(42, 2);

    Experiment.Outcome outcome = run("frail", new Frail(0, Set.of(seed)));

    assertThat(outcome.results().failures()).extracting(Run::replication).containsExactly(2, 2);
    assertThat(outcome.results().failures().get(0).failure().orElse(""))
        .startsWith("3 workers were lost one after the other while they ran this replication.")
        .contains("its process ended with status 137")
        .contains("--worker-memory");
    assertThat(outcome.results().values("today", "incidents")).hasSize(4);
  }
}
