package org.doorstep.routing;

import java.util.Optional;
import org.doorstep.routing.hierarchy.Hierarchy;
import org.doorstep.routing.hierarchy.NodeValues;

/**
 * How soon every junction is reached by the nearest of some units, and by how many in time.
 * Immutable.
 */
public final class Coverage {
  private final RoutingMetric metric;
  private final TurnGraph turns;
  private final NodeValues millis;
  private final Optional<NodeValues> depth;

  Coverage(RoutingMetric metric, NodeValues millis, Optional<NodeValues> depth) {
    this.metric = metric;
    this.turns = metric.turns();
    this.millis = millis;
    this.depth = depth;
  }

  /** The metric that was asked. */
  public long generation() {
    return metric.generation();
  }

  /** How many junctions there are. */
  public int junctions() {
    return metric.roads().nodeCount();
  }

  /**
   * The least drive time to a junction in whole milliseconds; {@link TravelTimes#UNREACHABLE} if no
   * unit can come.
   */
  public int millis(int junction) {
    // An opened junction is several nodes: it is reached when the first of them is.
    int least = Hierarchy.UNREACHABLE;
    for (int i = turns.beginNodes(junction); i < turns.endNodes(junction); i++) {
      least = Math.min(least, millis.of(turns.nodeAt(i)));
    }
    return least;
  }

  /** How many units reach a junction in the time that was asked; 0 where it was not asked. */
  public int depth(int junction) {
    int most = 0;
    for (int i = turns.beginNodes(junction);
        depth.isPresent() && i < turns.endNodes(junction);
        i++) {
      most = Math.max(most, depth.get().of(turns.nodeAt(i)));
    }
    return most;
  }

  /** What share of the junctions is reached in a time, {@code [0, 1]}. */
  public double share(int limitMillis) {
    int reached = 0;
    for (int junction = 0; junction < junctions(); junction++) {
      reached += millis(junction) <= limitMillis ? 1 : 0;
    }
    return junctions() == 0 ? 0 : (double) reached / junctions();
  }

  /** The time of an edge for drawing: that of its end that is reached sooner. */
  int edgeMillis(int edge) {
    return Math.min(millis(roads().base(edge)), millis(roads().adjacent(edge)));
  }

  RoadGraph roads() {
    return metric.roads();
  }
}
