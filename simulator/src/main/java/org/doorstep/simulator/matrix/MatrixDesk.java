package org.doorstep.simulator.matrix;

/** Who decides in a matrix world. */
public interface MatrixDesk {
  /** A call has come: a unit is sent to it, or it waits if none is free. */
  void called(MatrixWorld world, int call);

  /** A unit has become free and nobody waits: it is given a base to drive to, or a call. */
  void freed(MatrixWorld world, int unit);
}
