package org.doorstep.routing;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.doorstep.routing.hierarchy.Customisation;
import org.doorstep.routing.hierarchy.Hierarchy;
import org.doorstep.routing.hierarchy.Topology;

/**
 * Makes the metrics of one map. Not to be used by two threads at a time: the arrays in which
 * weights are customised are kept and used again.
 */
final class MetricMaker {
  private final RoadGraph roads;
  private final TurnGraph turns;
  private final Map<DrivingMode, Customisation> customisations = new EnumMap<>(DrivingMode.class);
  private final Map<DrivingMode, TurnRule> rules = new EnumMap<>(DrivingMode.class);
  private final ClosedEdges closed;
  private final RoutingMetric asMapped;
  private long generation;

  MetricMaker(
      RoadGraph roads,
      TurnGraph turns,
      Topology topology,
      EdgeGrid grid,
      Map<DrivingMode, TurnRule> rules,
      String map) {
    this.roads = roads;
    this.turns = turns;
    for (DrivingMode mode : DrivingMode.values()) {
      customisations.put(mode, new Customisation(topology));
      this.rules.put(mode, rules.getOrDefault(mode, TurnRule.usual(mode)));
    }
    Map<DrivingMode, int[]> lanes = new EnumMap<>(DrivingMode.class);
    for (DrivingMode mode : DrivingMode.values()) {
      lanes.put(mode, roads.laneMillis(mode));
    }
    asMapped = customise(RoadConditions.none(), lanes);
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
    Map<DrivingMode, int[]> lanes = new EnumMap<>(DrivingMode.class);
    for (DrivingMode mode : DrivingMode.values()) {
      lanes.put(mode, LaneWeights.of(roads, conditions, mode, closed));
    }
    return customise(conditions, lanes);
  }

  /** Customises the modes beside each other: each has arrays of its own. */
  private RoutingMetric customise(RoadConditions conditions, Map<DrivingMode, int[]> lanes) {
    Map<DrivingMode, CompletableFuture<RoutingMetric.Weights>> running =
        new EnumMap<>(DrivingMode.class);
    lanes.forEach(
        (mode, millis) ->
            running.put(mode, CompletableFuture.supplyAsync(() -> weights(mode, millis))));
    Map<DrivingMode, RoutingMetric.Weights> weights = new EnumMap<>(DrivingMode.class);
    try {
      running.forEach((mode, future) -> weights.put(mode, future.join()));
    } catch (CompletionException e) {
      throw new IllegalStateException("The weights cannot be customised.", e.getCause());
    }
    return new RoutingMetric(++generation, conditions, roads, turns, weights);
  }

  private RoutingMetric.Weights weights(DrivingMode mode, int[] laneMillis) {
    TurnRule rule = rules.getOrDefault(mode, TurnRule.usual(mode));
    Customisation customisation = customisations.get(mode);
    if (customisation == null) {
      throw new IllegalStateException("No room was made for (%s).".formatted(mode));
    }
    Hierarchy hierarchy = customisation.run(turns.arcMillis(laneMillis, mode, rule));
    return new RoutingMetric.Weights(hierarchy, rule);
  }
}
