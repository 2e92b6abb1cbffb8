package org.doorstep.routing;

import java.util.stream.IntStream;
import org.doorstep.routing.RoadPosition.Heading;
import org.doorstep.routing.hierarchy.Ends;
import org.doorstep.routing.hierarchy.Hierarchy;
import org.doorstep.routing.hierarchy.SearchGraph;

/**
 * How long every road takes at one moment, in both driving modes, ready to be searched. Immutable;
 * safe for any number of threads.
 *
 * <p>A question is answered from one metric from beginning to end, so its answers fit together
 * whatever is published meanwhile.
 */
public final class RoutingMetric {
  private final long generation;
  private final RoadConditions conditions;
  private final RoadGraph roads;
  private final TurnGraph turns;
  private final PerMode<Weights> modes;

  /** What one driving mode needs. */
  static final class Weights {
    private final Hierarchy hierarchy;
    private final TurnRule rule;

    Weights(Hierarchy hierarchy, TurnRule rule) {
      this.hierarchy = hierarchy;
      this.rule = rule;
    }
  }

  RoutingMetric(
      long generation,
      RoadConditions conditions,
      RoadGraph roads,
      TurnGraph turns,
      PerMode<Weights> modes) {
    this.generation = generation;
    this.conditions = conditions;
    this.roads = roads;
    this.turns = turns;
    this.modes = modes;
  }

  /** Its number: each metric of an opened map has a greater one than those before it. */
  public long generation() {
    return generation;
  }

  /** What it was made of. */
  public RoadConditions conditions() {
    return conditions;
  }

  /** What one mode's weights take in memory, without what all metrics of a map share. */
  public long bytes(DrivingMode mode) {
    return hierarchy(mode).bytes();
  }

  Hierarchy hierarchy(DrivingMode mode) {
    return modes.of(mode).hierarchy;
  }

  RoadGraph roads() {
    return roads;
  }

  TurnGraph turns() {
    return turns;
  }

  /** By lane: the time to drive it from end to end; UNREACHABLE where it is closed. */
  int laneMillis(int lane, DrivingMode mode) {
    return hierarchy(mode).arcMillis(lane);
  }

  boolean isLaneOpen(int lane, DrivingMode mode) {
    return laneMillis(lane, mode) < Hierarchy.UNREACHABLE;
  }

  boolean isOpen(int edge, DrivingMode mode) {
    return isLaneOpen(2 * edge, mode) || isLaneOpen(2 * edge + 1, mode);
  }

  /** The open lanes that lead on from a lane without turning round. */
  int[] lanesOnward(int lane, DrivingMode mode) {
    SearchGraph graph = turns.graph();
    int node = turns.arriving(lane);
    return IntStream.range(graph.begin(node), graph.end(node))
        .map(graph::outgoing)
        .filter(arc -> arc < 2 * roads.edgeCount() && arc != (lane ^ 1) && isLaneOpen(arc, mode))
        .toArray();
  }

  /** Adds a place that is driven from. */
  void addSource(Ends ends, DrivingMode mode, int edge, double fraction, Heading heading) {
    int lane = 2 * edge;
    int onwards = toEnd(lane, mode, 1 - fraction);
    int back = toEnd(lane + 1, mode, fraction);
    int turnRound = modes.of(mode).rule.turnRoundMillis();
    int onwardsToo = heading == Heading.BACKWARDS ? turnRound : 0;
    int backToo = heading == Heading.FORWARDS ? turnRound : 0;
    ends.add(
        onwards == Ends.NONE ? Ends.NONE : turns.arriving(lane),
        onwards + onwardsToo,
        back == Ends.NONE ? Ends.NONE : turns.arriving(lane + 1),
        back + backToo);
    ends.lane(edge, onwards, back);
    ends.turnRound(onwardsToo, backToo);
  }

  /** Adds a place that is driven to. */
  void addTarget(Ends ends, DrivingMode mode, int edge, double fraction) {
    int lane = 2 * edge;
    int onwards = toEnd(lane, mode, 1 - fraction);
    int back = toEnd(lane + 1, mode, fraction);
    ends.add(
        onwards == Ends.NONE ? Ends.NONE : turns.leaving(lane),
        laneMillis(lane, mode) - onwards,
        back == Ends.NONE ? Ends.NONE : turns.leaving(lane + 1),
        laneMillis(lane + 1, mode) - back);
    ends.lane(edge, onwards, back);
  }

  private int toEnd(int lane, DrivingMode mode, double share) {
    int millis = laneMillis(lane, mode);
    return millis < Hierarchy.UNREACHABLE ? (int) Math.round(share * millis) : Ends.NONE;
  }
}
