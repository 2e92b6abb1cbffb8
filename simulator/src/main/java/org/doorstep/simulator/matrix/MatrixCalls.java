package org.doorstep.simulator.matrix;

import org.doorstep.simulator.chance.Chance;

/** Calls in the order in which they come, with all that chance has in store for them. */
public final class MatrixCalls {
  private final double[] at;
  private final int[] node;
  private final double[] onScene;
  private final boolean[] toHospital;
  private final double[] dropOff;

  /** Room for so many calls, to be set one by one. */
  public MatrixCalls(int size) {
    at = new double[size];
    node = new int[size];
    onScene = new double[size];
    toHospital = new boolean[size];
    dropOff = new double[size];
  }

  /** Sets a call; times in minutes, {@code comesAt} no earlier than that of the call before. */
  public void set(
      int call, double comesAt, int where, double sceneMinutes, boolean taken, double handover) {
    at[call] = comesAt;
    node[call] = where;
    onScene[call] = sceneMinutes;
    toHospital[call] = taken;
    dropOff[call] = handover;
  }

  /**
   * Draws calls that come as a Poisson process, from nodes by their inhabitants. Each kind of
   * chance has its own stream: the same seed gives the same patients at any load.
   */
  static MatrixCalls draw(MatrixGround ground, double callsPerMinute, int size, long seed) {
    Chance arrivals = Chance.of(seed, "arrivals");
    Chance places = Chance.of(seed, "places");
    Chance jobs = Chance.of(seed, "jobs");
    JobLaws laws = ground.laws();
    MatrixCalls calls = new MatrixCalls(size);
    double at = 0;
    for (int call = 0; call < size; call++) {
      at += arrivals.exponential(1 / callsPerMinute);
      Chance job = jobs.split();
      boolean taken = job.happens(laws.hospitalShare());
      double scene = laws.onScene().draw(job);
      double handover = laws.dropOff().draw(job);
      calls.set(call, at, ground.nodeAt(places.share()), scene, taken, handover);
    }
    return calls;
  }

  int size() {
    return at.length;
  }

  double at(int call) {
    return at[call];
  }

  int node(int call) {
    return node[call];
  }

  double onScene(int call) {
    return onScene[call];
  }

  boolean toHospital(int call) {
    return toHospital[call];
  }

  double dropOff(int call) {
    return dropOff[call];
  }
}
