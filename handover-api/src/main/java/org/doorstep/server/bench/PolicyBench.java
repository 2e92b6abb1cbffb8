package org.doorstep.server.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.doorstep.simulator.matrix.Fleet;
import org.doorstep.simulator.matrix.PolicyStudy;
import org.doorstep.simulator.matrix.RunFigures;

/**
 * Policies of dispatch beside each other on the ground of a trace: each replication gives all of
 * them the same calls, and differences are those of the policies alone.
 *
 * <p>Replications run on two threads; what they give does not depend on it.
 */
public final class PolicyBench {
  private static final int THREADS = 2;

  private final PolicyStudy study;
  private final List<Fleet> fleets;
  private final Consumer<String> progress;

  /**
   * How much is run.
   *
   * @param replications of all policies, 2 or more
   * @param calls in each
   * @param hindsightReplications of the dear one, 0 or more
   * @param hindsightCalls in each of those
   */
  public record Effort(int replications, int calls, int hindsightReplications, int hindsightCalls) {
    public Effort {
      if (replications < 2) {
        throw new IllegalArgumentException(
            "The replications (%d) must be 2 or more.".formatted(replications));
      }
      if (calls < 1 || hindsightCalls < 1 || hindsightReplications < 0) {
        throw new IllegalArgumentException(
            "The calls (%d, %d) must be 1 or more, the replications with hindsight (%d) 0 or more."
                .formatted(calls, hindsightCalls, hindsightReplications));
      }
    }
  }

  /**
   * A bench.
   *
   * @param fleets one at least
   * @param progress is told in words what is being done
   */
  public PolicyBench(PolicyStudy study, List<Fleet> fleets, Consumer<String> progress) {
    this.study = study;
    this.fleets = List.copyOf(fleets);
    this.progress = progress;
  }

  /** Runs all; the figures in the order in which they are printed. */
  public PolicyResults run(Effort effort) {
    ExecutorService workers = Executors.newFixedThreadPool(THREADS);
    try {
      List<FleetSamples> samples = new ArrayList<>();
      for (Fleet fleet : fleets) {
        progress.accept(
            "%d units, %s calls a minute: %d replications of %d calls"
                .formatted(
                    fleet.units(), fleet.callsPerMinute(), effort.replications(), effort.calls()));
        samples.add(
            new FleetSamples(
                fleet,
                collect(
                    workers,
                    effort.replications(),
                    replication -> study.replicate(fleet, replication, effort.calls())),
                collect(
                    workers,
                    effort.hindsightReplications(),
                    replication ->
                        study.replicateHindsight(fleet, replication, effort.hindsightCalls()))));
      }
      return new PolicyResults(effort, samples);
    } finally {
      workers.shutdownNow();
    }
  }

  private interface Replication {
    Map<String, RunFigures> run(int replication);
  }

  private static PolicySamples collect(ExecutorService workers, int count, Replication one) {
    List<Future<Map<String, RunFigures>>> running = new ArrayList<>();
    for (int replication = 0; replication < count; replication++) {
      int number = replication;
      running.add(workers.submit(() -> one.run(number)));
    }
    PolicySamples samples = new PolicySamples();
    for (Future<Map<String, RunFigures>> each : running) {
      samples.add(result(each));
    }
    return samples;
  }

  private static Map<String, RunFigures> result(Future<Map<String, RunFigures>> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The bench was interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A replication has failed.", e.getCause());
    }
  }
}
