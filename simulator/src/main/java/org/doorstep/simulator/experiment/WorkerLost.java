package org.doorstep.simulator.experiment;

/** A worker is gone, and what it had in hand with it. Says nothing about the replication. */
public final class WorkerLost extends Exception {
  private static final long serialVersionUID = 1L;

  /** In words, without a full stop: who was lost, and how it ended if that is known. */
  public WorkerLost(String words) {
    super(words);
  }
}
