package org.doorstep.simulator.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.experiment.Measured;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.study.ScenarioSource;
import org.doorstep.simulator.study.Trials;
import org.doorstep.simulator.study.WorldRunner;
import org.doorstep.simulator.world.road.Roads;

/**
 * Runs cases with so many ambulance shifts more, each replication under the same seed in all of
 * them, and keeps what has been run, brought to a year. Given work by one thread; runs it on
 * several.
 */
final class CaseRuns implements AutoCloseable {
  private final Question question;
  private final Roads roads;
  private final ExecutorService threads;
  private final Consumer<String> progress;
  private final Map<Key, List<Measured>> known = new HashMap<>();
  private int runs;

  private record Key(Case of, int extra) {}

  /**
   * Runs of a question.
   *
   * @param roads of a scenario that ships; all cases have the same places
   */
  CaseRuns(Question question, Roads roads, int workers, Consumer<String> progress) {
    this.question = question;
    this.roads = roads;
    this.progress = progress;
    this.threads = Executors.newFixedThreadPool(workers, CaseRuns::worker);
  }

  // Not for who comes first, but so that whoever else works on the machine is not slowed down.
  @SuppressWarnings("ThreadPriorityCheck")
  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "case");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  /** How many runs there were. */
  int count() {
    return runs;
  }

  /** The scenario of a case. */
  ScenarioSource source(Case of, int extra) {
    Scenario base = of.source(0, Map.of()).read();
    return of.source(extra, CrewSteps.spread(base.fleet(), extra));
  }

  /** The first so many replications, in their order. */
  List<Measured> run(Case of, int extra, int replications) {
    List<Measured> done = known.computeIfAbsent(new Key(of, extra), first -> new ArrayList<>());
    if (done.size() < replications) {
      Scenario scenario = WorldRunner.measuring(source(of, extra).read(), question.days());
      Trials trials = new Trials(scenario, roads);
      List<Future<Measured>> given = new ArrayList<>();
      for (int replication = done.size() + 1; replication <= replications; replication++) {
        long seed = Chance.of(question.seed(), "replication-" + replication).bits();
        given.add(threads.submit(() -> trials.run(seed, List.of())));
      }
      for (Future<Measured> each : given) {
        done.add(Values.yearly(taken(each), question.days()));
        runs++;
      }
      progress.accept(words(of, extra, done));
    }
    return List.copyOf(done.subList(0, replications));
  }

  private static Measured taken(Future<Measured> run) {
    try {
      return run.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The runs were interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A run has failed.", e.getCause());
    }
  }

  private static String words(Case of, int extra, List<Measured> done) {
    return "%,.0f people, %.0f %% at the scene, desk at %.0f %%, %+d shifts: C2 mean %.1f minutes in %d runs"
        .formatted(
            of.population(),
            of.movedPercent(),
            100 * of.deskFactor(),
            extra,
            Values.of(done, Values.C2_MEAN).stream().mapToDouble(x -> x).average().orElse(0) / 60,
            done.size());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
