package org.doorstep.routing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.doorstep.routing.hierarchy.Customisation;
import org.doorstep.routing.hierarchy.Topology;

/**
 * Makes the metrics of one map. Not to be used by two threads at a time: the arrays in which
 * weights are customised are kept and used again.
 */
final class MetricMaker {
  private final RoadGraph roads;
  private final TurnGraph turns;
  private final PerMode<Customisation> customisations;
  private final PerMode<TurnRule> rules;
  private final ClosedEdges closed;
  private final RoutingMetric asMapped;
  private long generation;

  MetricMaker(
      RoadGraph roads,
      TurnGraph turns,
      Topology topology,
      EdgeGrid grid,
      PerMode<TurnRule> rules,
      String map) {
    this.roads = roads;
    this.turns = turns;
    customisations = new PerMode<>(mode -> new Customisation(topology));
    this.rules = rules;
    asMapped = customise(RoadConditions.none(), new PerMode<>(roads::laneMillis));
    closed = new ClosedEdges(roads, grid, asMapped, map);
  }

  /** The metric of the map alone. */
  RoutingMetric asMapped() {
    return asMapped;
  }

  /** The edges that a closure means. */
  int[] closedEdges(Closure closure) {
    return closed.of(closure).clone();
  }

  /**
   * The metric of some conditions.
   *
   * @throws ClosureFault if a closure cannot be laid on the map
   */
  RoutingMetric make(RoadConditions conditions) {
    return customise(
        conditions, new PerMode<>(mode -> LaneWeights.of(roads, conditions, mode, closed)));
  }

  /** Customises the modes beside each other: each has arrays of its own. */
  private RoutingMetric customise(RoadConditions conditions, PerMode<int[]> lanes) {
    PerMode<CompletableFuture<RoutingMetric.Weights>> running =
        new PerMode<>(mode -> CompletableFuture.supplyAsync(() -> weights(mode, lanes.of(mode))));
    try {
      return new RoutingMetric(
          ++generation, conditions, roads, turns, new PerMode<>(mode -> running.of(mode).join()));
    } catch (CompletionException e) {
      throw new IllegalStateException("The weights cannot be customised.", e.getCause());
    }
  }

  private RoutingMetric.Weights weights(DrivingMode mode, int[] laneMillis) {
    int[] arcMillis = turns.arcMillis(laneMillis, mode, rules.of(mode));
    return new RoutingMetric.Weights(customisations.of(mode).run(arcMillis), rules.of(mode));
  }
}
