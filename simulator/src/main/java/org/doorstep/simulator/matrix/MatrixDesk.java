package org.doorstep.simulator.matrix;

/** Who decides in a matrix world. */
public interface MatrixDesk {
  /** A call has come: a unit is sent to it, or it waits if none is free. */
  void called(MatrixWorld world, int call);

  /**
   * A unit has become free and calls wait: the one that it goes to, by its place in the queue. The
   * one that has waited longest, where the desk has no mind of its own.
   */
  default int nextWaiting(MatrixWorld world, int unit) {
    return 0;
  }

  /** A unit has become free and nobody waits: it is given a base to drive to, or a call. */
  void freed(MatrixWorld world, int unit);
}
