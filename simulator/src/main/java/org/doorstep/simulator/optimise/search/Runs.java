package org.doorstep.simulator.optimise.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.doorstep.simulator.experiment.Measured;
import org.doorstep.simulator.experiment.Trial;
import org.doorstep.simulator.scenario.Scenario;

/**
 * Training runs of scenarios, several at a time on threads of low priority, each made once and then
 * remembered. Results do not depend on the number of threads. Confined to the thread that asks.
 */
public final class Runs implements AutoCloseable {
  private final Function<Scenario, Trial> worlds;
  private final Seeds seeds;
  private final BooleanSupplier stop;
  private final ExecutorService pool;

  /** Only looked up. */
  private final Map<Job, Future<Measured>> given = new HashMap<>();

  private int made;
  private int numbers;

  /**
   * A run that is wanted.
   *
   * @param number of the training seed, from 1
   */
  public record Job(Scenario scenario, int number) {}

  /**
   * Runs of a kind of world.
   *
   * @param worlds what can be run again and again of a scenario
   * @param threads 1 or more
   * @param stop once true, searches give what they have
   */
  public Runs(Function<Scenario, Trial> worlds, Seeds seeds, int threads, BooleanSupplier stop) {
    this.worlds = worlds;
    this.seeds = seeds;
    this.stop = stop;
    this.pool = Executors.newFixedThreadPool(threads, Runs::worker);
  }

  // Not for who comes first, but so that a desk on the same machine is not slowed down.
  @SuppressWarnings("ThreadPriorityCheck")
  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "training");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  /**
   * What the runs have measured, in the order in which they are given.
   *
   * @throws IllegalStateException if one fails, naming its seed
   */
  public List<Measured> measure(List<Job> jobs) {
    List<Future<Measured>> runs = new ArrayList<>();
    for (Job job : jobs) {
      runs.add(given.computeIfAbsent(job, this::give));
    }
    List<Measured> measured = new ArrayList<>();
    for (int i = 0; i < jobs.size(); i++) {
      measured.add(take(jobs.get(i), runs.get(i)));
    }
    return measured;
  }

  private Future<Measured> give(Job job) {
    made++;
    numbers = Math.max(numbers, job.number());
    Trial trial = worlds.apply(job.scenario());
    return pool.submit(() -> trial.run(job.number(), seeds.training(job.number())));
  }

  private Measured take(Job job, Future<Measured> run) {
    try {
      return run.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The search was interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "The training run with the seed (%d) failed: %s"
              .formatted(seeds.training(job.number()), e.getCause()),
          e);
    }
  }

  /** How many runs were made; what was remembered is not counted. */
  public int made() {
    return made;
  }

  /** The greatest number of a training seed that was used. */
  public int seedsUsed() {
    return numbers;
  }

  /** Whether searches are to end. */
  public boolean isStopped() {
    return stop.getAsBoolean() || Thread.currentThread().isInterrupted();
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
