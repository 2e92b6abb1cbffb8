package org.doorstep.routing;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.ch.CHRoutingAlgorithmFactory;
import com.graphhopper.routing.ch.PrepareContractionHierarchies;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.CHConfig;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.storage.RoutingCHGraphImpl;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.PMap;
import java.util.ArrayList;
import java.util.List;
import org.doorstep.routing.RoutingBench.Taker;

/**
 * The yardstick: GraphHopper's own node-based contraction hierarchy on the same graph and weights,
 * asked pair by pair, as its public interface can be.
 */
final class GraphHopperYardstick {
  private static final int ROUNDS = 9;

  private final RoadNetwork roads;
  private final DrivingMode mode;
  private final BenchPlaces places;
  private double farthestApart;

  GraphHopperYardstick(RoadNetwork roads, DrivingMode mode, BenchPlaces places) {
    this.roads = roads;
    this.mode = mode;
    this.places = places;
  }

  void run(Taker taker) {
    GraphHopper hopper = roads.hopper();
    Weighting weighting =
        hopper.createWeighting(hopper.getProfile(mode.profile()), new PMap(), true);
    CHConfig config = CHConfig.nodeBased("yardstick", weighting);
    if (!roads.graph().isFrozen()) {
      roads.graph().freeze();
    }
    long start = System.nanoTime();
    PrepareContractionHierarchies.Result prepared =
        PrepareContractionHierarchies.fromGraph(roads.graph(), config).doWork();
    taker.take("graphHopperPrepareMillis", (System.nanoTime() - start) / 1e6);
    RoutingCHGraph hierarchy =
        RoutingCHGraphImpl.fromGraph(roads.graph(), prepared.getCHStorage(), config);
    double[] millis = new double[ROUNDS];
    for (int round = -ROUNDS / 2; round < ROUNDS; round++) {
      double took = oneToMany(hierarchy, weighting);
      if (round >= 0) {
        millis[round] = took;
      }
    }
    double oneToMany = TableBench.median(millis);
    taker.take("graphHopperPointQueryMicros", oneToMany * 1e3 / RoutingBench.UNITS);
    taker.take("graphHopperOneTo500Millis", oneToMany);
    taker.take("graphHopperFarthestApartMillis", farthestApart);
  }

  /** One place to many, snapping included; also held against our own table. */
  private double oneToMany(RoutingCHGraph hierarchy, Weighting weighting) {
    List<GeoPoint> points = places.points(RoutingBench.UNITS + 1);
    BooleanEncodedValue islands =
        roads.hopper().getEncodingManager().getBooleanEncodedValue(Subnetwork.key(mode.profile()));
    EdgeFilter filter = new DefaultSnapFilter(weighting, islands);
    long start = System.nanoTime();
    List<Snap> snaps = new ArrayList<>();
    for (GeoPoint point : points) {
      snaps.add(roads.index().findClosest(point.lat(), point.lon(), filter));
    }
    QueryGraph graph = QueryGraph.create(roads.graph(), snaps);
    CHRoutingAlgorithmFactory algorithms = new CHRoutingAlgorithmFactory(hierarchy, graph);
    long[] found = new long[RoutingBench.UNITS];
    int to = snaps.get(RoutingBench.UNITS).getClosestNode();
    for (int i = 0; i < found.length; i++) {
      Path path = algorithms.createAlgo(new PMap()).calcPath(snaps.get(i).getClosestNode(), to);
      found[i] = path.isFound() ? path.getTime() : TravelTimes.UNREACHABLE;
    }
    double took = (System.nanoTime() - start) / 1e6;
    compare(points, found);
    return took;
  }

  private void compare(List<GeoPoint> points, long[] found) {
    List<Snapped> snapped =
        points.stream().map(point -> roads.snap(point, mode).orElseThrow()).toList();
    int[] ours =
        roads.driveMillis(
            snapped.subList(0, RoutingBench.UNITS),
            snapped.subList(RoutingBench.UNITS, snapped.size()),
            mode);
    for (int i = 0; i < found.length; i++) {
      farthestApart = Math.max(farthestApart, (double) Math.abs(ours[i] - found[i]));
    }
  }
}
