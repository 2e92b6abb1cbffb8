package org.doorstep.simulator.trace;

import java.util.List;

/**
 * Calls to be played again, and the ground they are played on.
 *
 * @param drives with sirens, from node to node
 * @param plane where the nodes lie
 * @param bases the node of each unit's base, in the order of units
 * @param hospitals their nodes; a tie in time goes to the first
 * @param otherwise what becomes of a call for which nobody is free
 */
record Trace(
    DriveMinutes drives,
    NodePlane plane,
    List<Integer> bases,
    List<Integer> hospitals,
    List<TraceCall> calls,
    WhenNobodyIsFree otherwise) {

  /** More units have no call sign here. */
  static final int UNITS_MAX = 9_999;

  Trace {
    bases = List.copyOf(bases);
    hospitals = List.copyOf(hospitals);
    calls = List.copyOf(calls);
    if (bases.isEmpty() || bases.size() > UNITS_MAX) {
      throw new IllegalArgumentException(
          "The number of units (%d) must be from 1 to %d.".formatted(bases.size(), UNITS_MAX));
    }
    if (hospitals.isEmpty() && calls.stream().anyMatch(TraceCall::toHospital)) {
      throw new IllegalArgumentException("A call goes to hospital, and there is none.");
    }
  }
}
