package org.doorstep.simulator.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.doorstep.dispatch.wire.WireFault;
import org.doorstep.simulator.experiment.Ended;
import org.doorstep.simulator.experiment.Plan;
import org.doorstep.simulator.experiment.WorkerLost;
import org.doorstep.simulator.experiment.Workers;

/**
 * Workers that are other processes, wherever they run. They are believed only while all of them
 * drive on the same roads and are of this version: otherwise who had run a replication would show
 * in what comes out.
 */
public final class RemoteWorkers implements Workers {
  private static final int LOST_MAX = 3;

  private final Carrier carrier;
  private final String version;
  private final Map<String, SentScenario> scenarios;
  private final Set<String> maps = new ConcurrentSkipListSet<>();

  /**
   * Workers for the scenarios of one experiment.
   *
   * @param version of this program
   * @param scenarios by the names of their plans
   */
  public RemoteWorkers(Carrier carrier, String version, Map<String, SentScenario> scenarios) {
    this.carrier = carrier;
    this.version = version;
    this.scenarios = Map.copyOf(scenarios);
  }

  /**
   * Has as many of them as there are get ready, all at once; who comes later gets ready when it is
   * first asked.
   *
   * @param plans in the order in which they are prepared, so that the first fault is always the
   *     same
   * @return the plans with what a report says of them, as those know who have their roads
   * @throws IllegalArgumentException if they cannot run the scenarios, or not be started
   */
  public List<Plan> prepare(List<Plan> plans) {
    int room = room();
    ExecutorService pool = Executors.newFixedThreadPool(room);
    try {
      List<Plan> ready = new ArrayList<>();
      for (Plan plan : plans) {
        List<Future<Plan>> asked = new ArrayList<>();
        for (int each = 0; each < room; each++) {
          asked.add(pool.submit(() -> prepared(plan)));
        }
        List<Plan> answers = new ArrayList<>();
        for (Future<Plan> each : asked) {
          answers.add(each.get());
        }
        ready.add(answers.get(0));
      }
      return List.copyOf(ready);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException refused
          ? refused
          : new IllegalStateException("Getting ready has failed.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalArgumentException("The workers were not waited for.", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private Plan prepared(Plan plan) {
    String last = "";
    for (int lost = 0; lost < LOST_MAX; lost++) {
      try {
        return ask(plan, Optional.empty()).setting().map(plan::with).orElse(plan);
      } catch (WorkerLost e) {
        last = String.valueOf(e.getMessage());
      }
    }
    throw new IllegalArgumentException(
        """
        No worker can get ready for the scenario (%s): %d were lost, the last because %s.
        Maybe it needs more memory (--worker-memory)."""
            .formatted(plan.name(), LOST_MAX, last));
  }

  @Override
  public int room() {
    return carrier.room();
  }

  @Override
  public Ended run(Plan plan, int replication, long seed) throws WorkerLost {
    return ask(plan, Optional.of(new WorkRequest.Turn(replication, seed)))
        .ended()
        .orElseThrow(() -> new WorkerLost("a worker answered without having run anything"));
  }

  private WorkAnswer.Done ask(Plan plan, Optional<WorkRequest.Turn> turn) throws WorkerLost {
    SentScenario scenario = scenarios.get(plan.name());
    if (scenario == null) {
      throw new IllegalArgumentException("The scenario (%s) was not sent.".formatted(plan.name()));
    }
    String line = carrier.ask(WorkLine.write(new WorkRequest(version, scenario, turn)));
    WorkAnswer answer = read(line);
    if (answer.done().isEmpty()) {
      throw new IllegalArgumentException(answer.refused().orElse("A worker refuses."));
    }
    WorkAnswer.Done done = answer.done().get();
    maps.add(done.map());
    if (maps.size() > 1) {
      throw new IllegalArgumentException(
          "The workers have different maps (%s): all must have the same."
              .formatted(String.join(", ", maps)));
    }
    return done;
  }

  private static WorkAnswer read(String line) throws WorkerLost {
    try {
      return WorkLine.read(WorkAnswer.class, line);
    } catch (WireFault | IllegalStateException e) {
      throw new WorkerLost("a worker answered something else: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    carrier.close();
  }
}
