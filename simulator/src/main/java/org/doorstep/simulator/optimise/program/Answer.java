package org.doorstep.simulator.optimise.program;

import java.util.List;

/**
 * What a solver has found.
 *
 * @param proof what is known of it
 * @param value of the objective; NaN where there is no solution
 * @param values by variable, whole where they have to be; empty where there is no solution
 */
public record Answer(Proof proof, double value, List<Double> values) {
  public Answer {
    values = List.copyOf(values);
  }

  /** What is known of a solution. */
  public enum Proof {
    /** No solution is better. */
    OPTIMAL,
    /** It keeps to the constraints; a better one may be there. */
    FEASIBLE,
    /** Nothing keeps to the constraints. */
    IMPOSSIBLE,
    /** The bound on the effort was reached before anything was found. */
    UNKNOWN
  }

  /** Whether there is a solution. */
  public boolean isThere() {
    return proof == Proof.OPTIMAL || proof == Proof.FEASIBLE;
  }

  /** The value of a whole variable. */
  public int whole(int variable) {
    return (int) StrictMath.round(values.get(variable));
  }
}
