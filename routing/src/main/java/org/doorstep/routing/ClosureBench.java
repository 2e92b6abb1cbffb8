package org.doorstep.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.doorstep.routing.RoutingBench.Taker;
import org.doorstep.routing.hierarchy.Customisation;
import org.doorstep.routing.hierarchy.Hierarchy;

/** Measures how soon a closure of 200 edges is in every answer. */
final class ClosureBench {
  private static final int EDGES = 200;
  private static final int ROUNDS = 15;
  private static final int WARM_UP = 5;

  private final RoadNetwork roads;

  ClosureBench(RoadNetwork roads) {
    this.roads = roads;
  }

  void run(Taker taker) {
    RoutingMetric before = roads.metric();
    StandingUnits standing = roads.standingUnits(RoutingBench.UNITS);
    List<GeoPoint> fixes =
        new BenchPlaces(roads, DrivingMode.BLUE_LIGHT, RoutingBench.SEED)
            .points(RoutingBench.UNITS);
    for (int unit = 0; unit < RoutingBench.UNITS; unit++) {
      standing.move(unit, fixes.get(unit), Double.NaN);
    }
    double[] all = new double[ROUNDS];
    double[] oneMode = new double[ROUNDS];
    Customisation customisation = new Customisation(roads.topology());
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      RoadConditions conditions = conditions(round);
      long start = System.nanoTime();
      roads.publish(conditions);
      long between = System.nanoTime();
      publishOneMode(conditions, customisation);
      if (round >= 0) {
        all[round] = (between - start) / 1e6;
        oneMode[round] = (System.nanoTime() - between) / 1e6;
      }
    }
    roads.forget(standing);
    roads.publish(before.conditions());
    taker.take("closurePublishMillis", TableBench.median(oneMode));
    taker.take("closurePublishBothModesAndUnitsMillis", TableBench.median(all));
  }

  /** What a closure costs one mode on one thread, from its edges to a hierarchy. */
  private void publishOneMode(RoadConditions conditions, Customisation customisation) {
    RoutingMetric now = roads.metric();
    int[] lanes =
        LaneWeights.of(roads.roads(), conditions, DrivingMode.BLUE_LIGHT, roads.closedEdges(now));
    int[] arcs =
        now.turns()
            .arcMillis(lanes, DrivingMode.BLUE_LIGHT, TurnRule.usual(DrivingMode.BLUE_LIGHT));
    Hierarchy made = customisation.run(arcs);
    if (made.arcCount() == 0) {
      throw new IllegalStateException("The hierarchy is empty.");
    }
  }

  private RoadConditions conditions(int round) {
    List<Integer> edges =
        new Random(RoutingBench.SEED + round)
            .ints(0, roads.roads().edgeCount())
            .distinct()
            .limit(Math.min(EDGES, roads.roads().edgeCount() / 2))
            .boxed()
            .toList();
    Closure closure =
        new Closure(
            "bench",
            "200 edges",
            new ClosedPlace.Edges(edges, roads.info().hash()),
            0,
            List.of(DrivingMode.values()),
            Optional.empty(),
            Optional.empty(),
            "bench");
    return new RoadConditions(Instant.EPOCH, List.of(closure), SpeedSlot.asMapped());
  }
}
