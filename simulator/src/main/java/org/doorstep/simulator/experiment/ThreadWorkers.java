package org.doorstep.simulator.experiment;

/** Threads of this process. A thread is not lost: what its trial throws is a failed replication. */
public final class ThreadWorkers implements Workers {
  private final int threads;

  /** So many, 1 to {@link Experiment.Order#WORKERS_MAX}. */
  public ThreadWorkers(int threads) {
    this.threads = threads;
  }

  @Override
  public int room() {
    return threads;
  }

  @Override
  public Ended run(Plan plan, int replication, long seed) {
    return Ended.of(plan.trial(), replication, seed);
  }

  @Override
  public void close() {
    // The threads are of whoever gives out the work.
  }
}
