package org.doorstep.simulator.trace;

import java.util.List;
import java.util.Optional;

/**
 * The ground that traces are played on, by itself.
 *
 * @param drives with sirens, from node to node
 * @param plane where the nodes lie
 * @param inhabitants of each node, in any unit: calls come in proportion to them
 * @param bases the nodes that have a base, each once
 * @param hospitals their nodes, one at least; a tie in time goes to the first
 * @param fleets published ones: the base of each unit
 */
public record TraceGround(
    DriveMinutes drives,
    NodePlane plane,
    List<Double> inhabitants,
    List<Integer> bases,
    List<Integer> hospitals,
    List<List<Integer>> fleets) {
  public TraceGround {
    inhabitants = List.copyOf(inhabitants);
    bases = List.copyOf(bases);
    hospitals = List.copyOf(hospitals);
    fleets = fleets.stream().map(List::copyOf).toList();
    if (inhabitants.size() != drives.nodes()) {
      throw new IllegalArgumentException(
          "The inhabitants (%d) must be of as many nodes as have drives (%d)."
              .formatted(inhabitants.size(), drives.nodes()));
    }
    if (bases.isEmpty() || hospitals.isEmpty()) {
      throw new IllegalArgumentException(
          "A ground must have a base and a hospital, not (%d) and (%d)."
              .formatted(bases.size(), hospitals.size()));
    }
  }

  /** The published fleet of so many units: the base of each. */
  public Optional<List<Integer>> findFleet(int units) {
    return fleets.stream().filter(each -> each.size() == units).findFirst();
  }

  /** The quickest hospital from a node; a tie goes to the first. */
  public int hospitalFor(int node) {
    int nearest = hospitals.get(0);
    for (int each : hospitals) {
      if (drives.minutes(node, each) < drives.minutes(node, nearest)) {
        nearest = each;
      }
    }
    return nearest;
  }
}
