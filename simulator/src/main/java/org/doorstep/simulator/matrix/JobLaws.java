package org.doorstep.simulator.matrix;

/**
 * How long the stages of a job last, and how many patients are taken to hospital.
 *
 * @param hospitalShare from 0 to 1
 */
record JobLaws(CutLognormal onScene, CutLognormal dropOff, double hospitalShare) {
  /** The laws behind the published scenario diesel_5 of Utrecht. */
  static final JobLaws UTRECHT =
      new JobLaws(
          new CutLognormal(0.38, -10.01, 37.0, 88), new CutLognormal(0.39, -8.25, 35.89, 88), 0.63);
}
