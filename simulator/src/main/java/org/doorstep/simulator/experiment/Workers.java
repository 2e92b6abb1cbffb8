package org.doorstep.simulator.experiment;

/**
 * Those who run replications: threads of this process, processes of this machine, or machines of a
 * cluster. Who runs a replication, and how many run at once, changes nothing of what comes out.
 */
public interface Workers extends AutoCloseable {
  /**
   * How many replications they can have in hand, 1 or more. Asked before each is given out, because
   * machines come and go.
   */
  int room();

  /**
   * Runs one replication and waits for it. Called from as many threads as there is room.
   *
   * @param replication from 1
   * @throws WorkerLost if whoever ran it is gone: the replication is to be given out again
   * @throws IllegalArgumentException if the worker cannot run this at all, because it is of another
   *     version or has another map: the experiment ends
   */
  Ended run(Plan plan, int replication, long seed) throws WorkerLost;

  /** Lets go of them. What they have in hand is lost where they are other processes. */
  @Override
  void close();
}
