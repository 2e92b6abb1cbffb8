package org.doorstep.simulator.experiment;

/** One world that can be run again and again. */
public interface Trial {
  /**
   * Runs one replication. Called from several threads, each with a replication of its own; the same
   * seed must give the same result, whatever else runs.
   *
   * @param replication from 1
   * @param seed the same for all scenarios of an experiment, so that they share their chance
   * @throws Exception if the replication has failed; the others go on
   */
  Measured run(int replication, long seed) throws Exception;
}
