package org.doorstep.routing;

import java.util.Arrays;
import java.util.List;
import org.doorstep.routing.hierarchy.DepthSweep;
import org.doorstep.routing.hierarchy.Direction;
import org.doorstep.routing.hierarchy.Ends;
import org.doorstep.routing.hierarchy.Hierarchy;
import org.doorstep.routing.hierarchy.Sweep;
import org.doorstep.routing.hierarchy.Topology;

/** Finds coverage by sweeping over the whole map. Confined to one thread. */
final class CoverageFinder {
  private final Sweep sweep;
  private final DepthSweep depthSweep;

  CoverageFinder(Topology topology) {
    sweep = new Sweep(topology);
    depthSweep = new DepthSweep(topology);
  }

  /**
   * Sweeps once for the least times, and for the depth as well if it is wanted.
   *
   * @param from where the units are
   * @param direction from the units, or to them
   * @param depthMillis a unit counts where it comes in this time; negative: depth is not wanted
   */
  Coverage find(
      RoutingMetric metric,
      List<RoadPosition> from,
      Direction direction,
      DrivingMode mode,
      int depthMillis) {
    Ends places = new Ends(from.size());
    for (RoadPosition at : from) {
      if (direction == Direction.FROM) {
        metric.addSource(places, mode, at.edge(), at.fraction(), at.heading());
      } else {
        metric.addTarget(places, mode, at.edge(), at.fraction());
      }
    }
    Hierarchy hierarchy = metric.hierarchy(mode);
    RoadGraph roads = metric.roads();
    TurnGraph turns = metric.turns();
    sweep.run(hierarchy, direction, places);
    int[] millis = new int[roads.nodeCount()];
    Arrays.fill(millis, Hierarchy.UNREACHABLE);
    int[] depth = new int[depthMillis < 0 ? 0 : roads.nodeCount()];
    if (depthMillis >= 0) {
      depthSweep.run(hierarchy, direction, places, depthMillis);
    }
    // An opened junction is several nodes: it is reached when the first of them is.
    for (int node = 0; node < turns.graph().nodeCount(); node++) {
      int junction = turns.junctionOf(node);
      millis[junction] = Math.min(millis[junction], sweep.millis(node));
      if (depthMillis >= 0) {
        depth[junction] = Math.max(depth[junction], depthSweep.count(node));
      }
    }
    return new Coverage(roads, metric.generation(), millis, depth);
  }
}
