package org.doorstep.simulator.experiment;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.doorstep.simulator.chance.Chance;

/**
 * Runs replications on several threads of low priority.
 *
 * <p>The thread that calls {@link #run} gives work out and takes it back; no more is given out than
 * there are workers, so that after a word to stop only what is in hand is still run, and what is
 * done is always the first so many. Workers share nothing, so their number changes nothing.
 */
final class Replications {
  private static final long LOOK_SECONDS = 1;

  private final List<Plan> plans;
  private final int replications;
  private final long seed;
  private final List<Optional<Run>> runs = new ArrayList<>();
  private int given;
  private int failed;

  private record Ended(int index, Run run) {}

  Replications(List<Plan> plans, int replications, long seed) {
    this.plans = plans;
    this.replications = replications;
    this.seed = seed;
  }

  /** The seed of a replication, the same for all scenarios. */
  static long seedOf(long seed, int replication) {
    return Chance.of(seed, "replication-" + replication).bits();
  }

  /**
   * Runs all, or until told to stop.
   *
   * @param workers 1 or more
   * @param clock of the progress only
   * @param stop asked every second and after each run; an interrupt counts as well
   */
  Results run(int workers, Consumer<Progress> listener, InstantSource clock, BooleanSupplier stop) {
    ExecutorService pool = Executors.newFixedThreadPool(workers, Replications::worker);
    try {
      CompletionService<Ended> work = new ExecutorCompletionService<>(pool);
      Instant begin = clock.instant();
      int done = 0;
      boolean stopping = false;
      while (true) {
        stopping |= stop.getAsBoolean() || Thread.currentThread().isInterrupted();
        while (!stopping && given < planned() && given - done < workers) {
          give(work);
        }
        Duration elapsed = Duration.between(begin, clock.instant());
        listener.accept(Progress.of(done, planned(), failed, elapsed, stopping));
        if (given == done) {
          return results();
        }
        done += take(work) ? 1 : 0;
      }
    } finally {
      pool.shutdown();
    }
  }

  private int planned() {
    return plans.size() * replications;
  }

  // Not for who comes first, but so that a desk on the same machine is not slowed down.
  @SuppressWarnings("ThreadPriorityCheck")
  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "replication");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  private void give(CompletionService<Ended> work) {
    int index = given++;
    runs.add(Optional.empty());
    Future<Ended> unused = work.submit(() -> new Ended(index, one(index)));
  }

  /** Whether a run has ended. */
  private boolean take(CompletionService<Ended> work) {
    boolean interrupted = Thread.interrupted();
    try {
      Future<Ended> ended = work.poll(LOOK_SECONDS, TimeUnit.SECONDS);
      if (ended == null) {
        return false;
      }
      Ended result = ended.get();
      runs.set(result.index(), Optional.of(result.run()));
      failed += result.run().failure().isPresent() ? 1 : 0;
      return true;
    } catch (InterruptedException e) {
      interrupted = true;
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("A worker cannot fail otherwise than by its trial.", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Run one(int index) {
    Plan plan = plans.get(index % plans.size());
    int replication = index / plans.size() + 1;
    long own = seedOf(seed, replication);
    try {
      Measured measured = plan.trial().run(replication, own);
      return new Run(plan.name(), replication, own, Optional.of(measured), Optional.empty());
    } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
      // One bad draw must not take the other replications with it; its seed says how to see it.
      return new Run(plan.name(), replication, own, Optional.empty(), Optional.of(trace(e)));
    }
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString().replace("\r", "");
  }

  private Results results() {
    return new Results(
        plans.stream().map(Plan::name).toList(),
        planned(),
        runs.stream().flatMap(Optional::stream).toList());
  }
}
