package org.doorstep.server.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.doorstep.simulator.experiment.Plan;
import org.doorstep.simulator.experiment.WorkerLost;
import org.doorstep.simulator.experiment.Workers;

/**
 * What an experiment on the same machine costs the desk: commands to a running server, some a
 * second, with and without workers that run replications beside it.
 *
 * <p>Both conditions take turns several times, because a shared machine drifts; a round begins with
 * the other condition than the round before, so that neither always comes first.
 */
public final class PlannerBench {
  private static final double RATIO_PLACES = 1_000;

  private final DecisionBench desk;
  private final Workers workers;
  private final Plan plan;
  private final Consumer<String> progress;

  /**
   * Milliseconds of wall time at the client.
   *
   * @param commands of each condition, all rounds together
   * @param workers how many ran replications
   * @param replications how many they have ended meanwhile
   * @param p99Ratio with an experiment against without
   */
  public record Result(
      int rounds,
      int commands,
      int workers,
      long replications,
      double quietP50Millis,
      double quietP99Millis,
      double busyP50Millis,
      double busyP99Millis,
      double p99Ratio,
      List<Round> each) {
    public Result {
      each = List.copyOf(each);
    }
  }

  /** The same of one round. */
  public record Round(double quietP99Millis, double busyP99Millis) {}

  /**
   * A bench of a running server.
   *
   * @param workers ready for the plan
   */
  public PlannerBench(DecisionBench desk, Workers workers, Plan plan, Consumer<String> progress) {
    this.desk = desk;
    this.workers = workers;
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * Measures.
   *
   * @param commands in each condition of each round
   * @param pauseMillis between the answer to one command and the next
   */
  public Result run(int rounds, int warmUp, int commands, int pauseMillis)
      throws IOException, InterruptedException {
    progress.accept("warming up");
    List<Long> incidents = desk.open(warmUp);
    List<Long> quiet = new ArrayList<>();
    List<Long> busy = new ArrayList<>();
    List<Round> each = new ArrayList<>();
    long replications = 0;
    for (int round = 1; round <= rounds; round++) {
      progress.accept("round %d of %d".formatted(round, rounds));
      List<Long> without = new ArrayList<>();
      List<Long> with = new ArrayList<>();
      if (round % 2 == 1) {
        take(incidents, commands, pauseMillis, without);
      }
      replications += beside(() -> take(incidents, commands, pauseMillis, with));
      if (round % 2 == 0) {
        take(incidents, commands, pauseMillis, without);
      }
      each.add(new Round(DecisionBench.at(0.99, without), DecisionBench.at(0.99, with)));
      quiet.addAll(without);
      busy.addAll(with);
    }
    double quietP99 = DecisionBench.at(0.99, quiet);
    double busyP99 = DecisionBench.at(0.99, busy);
    return new Result(
        rounds,
        quiet.size(),
        workers.room(),
        replications,
        DecisionBench.at(0.5, quiet),
        quietP99,
        DecisionBench.at(0.5, busy),
        busyP99,
        Math.round(RATIO_PLACES * busyP99 / quietP99) / RATIO_PLACES,
        each);
  }

  private interface Measuring {
    void run() throws IOException, InterruptedException;
  }

  private void take(List<Long> incidents, int commands, int pauseMillis, List<Long> to)
      throws IOException, InterruptedException {
    for (int number = 0; number < commands; number++) {
      to.add(desk.commandNanos(incidents, number));
      LockSupport.parkNanos(1_000_000L * pauseMillis);
    }
  }

  /** Keeps all workers busy meanwhile, and says how many replications they have ended. */
  private long beside(Measuring measuring) throws IOException, InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService pool = Executors.newFixedThreadPool(workers.room());
    List<Future<Long>> ended = new ArrayList<>();
    for (int worker = 0; worker < workers.room(); worker++) {
      long seed = 1_000_000L * worker;
      ended.add(pool.submit(() -> replicate(seed, over)));
    }
    try {
      measuring.run();
    } finally {
      over.set(true);
      pool.shutdown();
    }
    long replications = 0;
    for (Future<Long> each : ended) {
      try {
        replications += each.get();
      } catch (ExecutionException e) {
        throw new IOException("A worker has failed.", e);
      }
    }
    return replications;
  }

  private long replicate(long seed, AtomicBoolean over) throws WorkerLost {
    long ended = 0;
    while (!over.get()) {
      var unused = workers.run(plan, 1, seed + ended);
      ended++;
    }
    return ended;
  }
}
