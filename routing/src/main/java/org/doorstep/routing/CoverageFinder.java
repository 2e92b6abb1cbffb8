package org.doorstep.routing;

import java.util.List;
import java.util.Optional;
import org.doorstep.routing.hierarchy.DepthSweep;
import org.doorstep.routing.hierarchy.Direction;
import org.doorstep.routing.hierarchy.Ends;
import org.doorstep.routing.hierarchy.Hierarchy;
import org.doorstep.routing.hierarchy.NodeValues;
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
    sweep.run(hierarchy, direction, places);
    Optional<NodeValues> depth = Optional.empty();
    if (depthMillis >= 0) {
      depthSweep.run(hierarchy, direction, places, depthMillis);
      depth = Optional.of(depthSweep.copy());
    }
    return new Coverage(metric, sweep.copy(), depth);
  }
}
