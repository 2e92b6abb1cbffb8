package org.doorstep.simulator.worker;

import org.doorstep.simulator.experiment.WorkerLost;

/** Takes lines to workers that are other processes, and brings back what they answer. */
public interface Carrier extends AutoCloseable {
  /** How many can be asked at once, 1 or more. */
  int room();

  /**
   * Asks a worker that has nothing to do, and waits for it. Called from several threads.
   *
   * @throws WorkerLost if it has not answered and will not
   */
  String ask(String line) throws WorkerLost;

  @Override
  void close();
}
