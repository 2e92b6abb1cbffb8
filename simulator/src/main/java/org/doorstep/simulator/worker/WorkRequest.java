package org.doorstep.simulator.worker;

import java.util.Optional;

/**
 * What is asked of a worker. Each request says everything, so that any worker can answer it and no
 * worker is missed.
 *
 * @param version of the program that asks; a worker of another version refuses
 * @param turn which replication; empty: only get ready for the scenario
 */
public record WorkRequest(String version, SentScenario scenario, Optional<Turn> turn) {
  /**
   * One replication.
   *
   * @param replication from 1
   */
  public record Turn(int replication, long seed) {}
}
