package org.doorstep.simulator.experiment;

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
 * Gives replications out to workers and puts what they have measured in order.
 *
 * <p>The thread that calls {@link #run} gives work out and takes it back; no more is given out than
 * there is room, so that after a word to stop only what is in hand is still run, and what is done
 * is always the first so many. Each result has its place before it is given out, so that neither
 * the number of workers, nor who is quicker, nor who is lost on the way changes anything.
 */
final class Replications {
  /** Whoever ends three workers will end the fourth. */
  static final int WORKERS_LOST_MAX = 3;

  private static final long LOOK_SECONDS = 1;

  private final List<Plan> plans;
  private final int replications;
  private final long seed;
  private final Optional<EnoughWatch> watch;
  private final ExperimentLog log;
  private final ShownMeans shown;
  private final List<Optional<Run>> runs = new ArrayList<>();
  private int given;
  private int done;
  private int failed;

  /** How many runs count; known once it has been seen that more are not needed. */
  private Optional<Integer> counted = Optional.empty();

  private record Done(int index, Run run) {}

  Replications(
      List<Plan> plans, int replications, long seed, Optional<Enough> enough, ExperimentLog log) {
    this.plans = plans;
    this.replications = replications;
    this.seed = seed;
    this.watch = enough.map(each -> new EnoughWatch(each, plans.size()));
    this.shown = new ShownMeans(plans);
    this.log = log;
  }

  /** The seed of a replication, the same for all scenarios. */
  static long seedOf(long seed, int replication) {
    return Chance.of(seed, "replication-" + replication).bits();
  }

  /**
   * Runs all, or until there are enough, or until told to stop.
   *
   * @param workers are closed once nothing more is needed of them
   * @param clock of the progress only
   * @param stop asked every second and after each run; an interrupt counts as well
   */
  Results run(
      Workers workers, Consumer<Progress> listener, InstantSource clock, BooleanSupplier stop) {
    ExecutorService pool = Executors.newCachedThreadPool(Replications::worker);
    try {
      CompletionService<Done> work = new ExecutorCompletionService<>(pool);
      Instant begin = clock.instant();
      boolean stopping = false;
      while (true) {
        if (!stopping && (stop.getAsBoolean() || Thread.currentThread().isInterrupted())) {
          stopping = true;
          log.say("asked to stop: what is in hand is finished");
        }
        while (!stopping && given < planned() && given - done < workers.room()) {
          give(work, workers);
        }
        listener.accept(progress(Duration.between(begin, clock.instant()), stopping));
        if (given == done) {
          return results();
        }
        if (take(work) && isEnough()) {
          letGo(work, workers);
          listener.accept(progress(Duration.between(begin, clock.instant()), stopping));
          return results();
        }
      }
    } finally {
      pool.shutdown();
    }
  }

  private int planned() {
    return counted.orElse(plans.size() * replications);
  }

  private Progress progress(Duration elapsed, boolean stopping) {
    int counting = Math.min(done, planned());
    Progress progress = Progress.of(counting, planned(), failed, elapsed, stopping);
    return (watch.isPresent() ? progress.ofOpenEnd() : progress).showing(shown.means());
  }

  // Not for who comes first, but so that a desk on the same machine is not slowed down.
  @SuppressWarnings("ThreadPriorityCheck")
  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "replication");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  private void give(CompletionService<Done> work, Workers workers) {
    int index = given++;
    runs.add(Optional.empty());
    Future<Done> unused = work.submit(() -> new Done(index, one(workers, index)));
  }

  /** Whether a run has ended. */
  private boolean take(CompletionService<Done> work) {
    boolean interrupted = Thread.interrupted();
    try {
      Future<Done> ended = work.poll(LOOK_SECONDS, TimeUnit.SECONDS);
      if (ended == null) {
        return false;
      }
      Done result = ended.get();
      runs.set(result.index(), Optional.of(result.run()));
      done++;
      failed += result.run().failure().isPresent() ? 1 : 0;
      shown.add(result.run());
      log.say(name(result.run()) + result.run().failure().map(why -> " failed: " + why).orElse(""));
      return true;
    } catch (InterruptedException e) {
      interrupted = true;
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException("A worker cannot fail otherwise than by its trial.", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Whether those that have ended without a gap are enough; if so, what is beyond is dropped. */
  private boolean isEnough() {
    if (watch.isEmpty()) {
      return false;
    }
    EnoughWatch seen = watch.get();
    while (true) {
      int first = seen.replications() * plans.size();
      int end = first + plans.size();
      if (end > runs.size() || runs.subList(first, end).stream().anyMatch(Optional::isEmpty)) {
        return false;
      }
      if (seen.add(runs.subList(first, end).stream().flatMap(Optional::stream).toList())) {
        counted = Optional.of(end);
        return true;
      }
    }
  }

  private static String name(Run run) {
    return "%s, replication %d, seed %d".formatted(run.scenario(), run.replication(), run.seed());
  }

  /** What is in hand counts no more; but nothing may still write into the folder afterwards. */
  private void letGo(CompletionService<Done> work, Workers workers) {
    log.say(
        "precise enough after %d replications: what is in hand is let go"
            .formatted(planned() / plans.size()));
    workers.close();
    while (given > done) {
      var unused = take(work);
    }
    failed = results().failures().size();
  }

  private Run one(Workers workers, int index) {
    Plan plan = plans.get(index % plans.size());
    int replication = index / plans.size() + 1;
    long own = seedOf(seed, replication);
    Ended ended = ended(workers, plan, replication, own);
    return new Run(plan.name(), replication, own, ended.measured(), ended.failure());
  }

  /** Gives it out again where a worker is lost, because its result is owed all the same. */
  private Ended ended(Workers workers, Plan plan, int replication, long seed) {
    String last = "";
    for (int lost = 0; lost < WORKERS_LOST_MAX; lost++) {
      try {
        return workers.run(plan, replication, seed);
      } catch (WorkerLost e) {
        last = String.valueOf(e.getMessage());
        log.say(
            "%s, replication %d: its worker was lost (%s)"
                .formatted(plan.name(), replication, last));
      }
    }
    return Ended.failed(
        """
        %d workers were lost one after the other while they ran this replication. Of the last: %s.
        Maybe it needs more memory than a worker has (--worker-memory).
        """
            .formatted(WORKERS_LOST_MAX, last));
  }

  private Results results() {
    return new Results(
        plans.stream().map(Plan::name).toList(),
        planned(),
        runs.stream().limit(planned()).flatMap(Optional::stream).toList());
  }
}
