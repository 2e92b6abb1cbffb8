package org.doorstep.routing;

import java.util.Arrays;
import org.doorstep.routing.hierarchy.Hierarchy;

/**
 * How soon every junction is reached by the nearest of some units, and by how many in time.
 * Immutable.
 */
public final class Coverage {
  private final RoadGraph roads;
  private final long generation;
  private final int[] millis;
  private final int[] depth;

  /**
   * What was found.
   *
   * @param millis by junction
   * @param depth by junction; empty if it was not asked for
   */
  Coverage(RoadGraph roads, long generation, int[] millis, int[] depth) {
    this.roads = roads;
    this.generation = generation;
    this.millis = millis;
    this.depth = depth;
  }

  /** The metric that was asked. */
  public long generation() {
    return generation;
  }

  /** How many junctions there are. */
  public int junctions() {
    return millis.length;
  }

  /**
   * The least drive time to a junction in whole milliseconds; {@link TravelTimes#UNREACHABLE} if no
   * unit can come.
   */
  public int millis(int junction) {
    return millis[junction];
  }

  /** How many units reach a junction in the time that was asked; 0 where it was not asked. */
  public int depth(int junction) {
    return depth.length == 0 ? 0 : depth[junction];
  }

  /** What share of the junctions is reached in a time, {@code [0, 1]}. */
  public double share(int limitMillis) {
    long reached = Arrays.stream(millis).filter(each -> each <= limitMillis).count();
    return millis.length == 0 ? 0 : (double) reached / millis.length;
  }

  /**
   * The least time between two junctions' neighbours as it is at the middle of an edge, for
   * drawing: that of the sooner end.
   */
  int edgeMillis(int edge) {
    int ends = Math.min(millis[roads.base(edge)], millis[roads.adjacent(edge)]);
    return Math.min(Hierarchy.UNREACHABLE, ends);
  }

  RoadGraph roads() {
    return roads;
  }
}
