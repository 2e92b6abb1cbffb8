package org.doorstep.routing;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PMap;
import com.graphhopper.util.PointList;
import java.util.BitSet;
import org.doorstep.routing.hierarchy.Hierarchy;

/**
 * The roads of a map as flat arrays: where each edge runs, and how long it takes by the map alone.
 * Immutable.
 *
 * <p>An edge is a stretch of road between two nodes. It has two lanes, one for each direction: lane
 * {@code 2 * edge} leads from its base to its other end, lane {@code 2 * edge + 1} back.
 */
final class RoadGraph {
  private static final double DEGREES = 1e-7;

  private final int nodeCount;
  private final int[] base;
  private final int[] adjacent;
  private final int[] firstPoint;
  private final int[] lats;
  private final int[] lons;
  private final float[] lengths;
  private final RoadClass[] roadClasses;
  private final PerMode<OfMode> modes = new PerMode<>(mode -> new OfMode());

  /** What a driving mode makes of the edges. */
  private static final class OfMode {
    private int[] laneMillis = new int[0];
    private BitSet islands = new BitSet();
  }

  private RoadGraph(BaseGraph graph) {
    int edges = graph.getEdges();
    nodeCount = graph.getNodes();
    base = new int[edges];
    adjacent = new int[edges];
    firstPoint = new int[edges + 1];
    lengths = new float[edges];
    roadClasses = new RoadClass[edges];
    int points = 0;
    AllEdgesIterator each = graph.getAllEdges();
    while (each.next()) {
      points += each.fetchWayGeometry(FetchMode.ALL).size();
    }
    lats = new int[points];
    lons = new int[points];
  }

  /** Copies what is needed of a graph that was imported; takes a second for 350,000 edges. */
  static RoadGraph of(GraphHopper hopper) {
    BaseGraph graph = hopper.getBaseGraph();
    RoadGraph roads = new RoadGraph(graph);
    roads.readEdges(hopper, graph);
    for (DrivingMode mode : DrivingMode.values()) {
      roads.readMode(hopper, graph, mode);
    }
    return roads;
  }

  private void readEdges(GraphHopper hopper, BaseGraph graph) {
    EnumEncodedValue<RoadClass> roadClass =
        hopper.getEncodingManager().getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
    int point = 0;
    AllEdgesIterator each = graph.getAllEdges();
    while (each.next()) {
      int edge = each.getEdge();
      base[edge] = each.getBaseNode();
      adjacent[edge] = each.getAdjNode();
      lengths[edge] = (float) each.getDistance();
      roadClasses[edge] = each.get(roadClass);
      PointList points = each.fetchWayGeometry(FetchMode.ALL);
      for (int i = 0; i < points.size(); i++) {
        lats[point] = (int) Math.round(points.getLat(i) / DEGREES);
        lons[point++] = (int) Math.round(points.getLon(i) / DEGREES);
      }
      firstPoint[edge + 1] = point;
    }
  }

  private void readMode(GraphHopper hopper, BaseGraph graph, DrivingMode mode) {
    Weighting weighting =
        hopper.createWeighting(hopper.getProfile(mode.profile()), new PMap(), true);
    BooleanEncodedValue island =
        hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(mode.profile()));
    int[] millis = new int[2 * edgeCount()];
    BitSet onIsland = new BitSet(edgeCount());
    AllEdgesIterator each = graph.getAllEdges();
    while (each.next()) {
      int edge = each.getEdge();
      millis[2 * edge] = millis(weighting.calcEdgeWeight(each, false));
      millis[2 * edge + 1] = millis(weighting.calcEdgeWeight(each, true));
      if (each.get(island)) {
        onIsland.set(edge);
      }
    }
    modes.of(mode).laneMillis = millis;
    modes.of(mode).islands = onIsland;
  }

  /** A way takes a millisecond at least, so that none is free. */
  private static int millis(double seconds) {
    return Double.isInfinite(seconds)
        ? Hierarchy.UNREACHABLE
        : (int) Math.min(Hierarchy.UNREACHABLE, Math.max(1, Math.round(seconds * 1_000)));
  }

  int nodeCount() {
    return nodeCount;
  }

  int edgeCount() {
    return base.length;
  }

  int base(int edge) {
    return base[edge];
  }

  int adjacent(int edge) {
    return adjacent[edge];
  }

  /** The node that a lane begins at. */
  int tail(int lane) {
    return (lane & 1) == 0 ? base[lane >> 1] : adjacent[lane >> 1];
  }

  /** The node that a lane ends at. */
  int head(int lane) {
    return (lane & 1) == 0 ? adjacent[lane >> 1] : base[lane >> 1];
  }

  /** Metres along the road. */
  double lengthMeters(int edge) {
    return lengths[edge];
  }

  RoadClass roadClass(int edge) {
    return roadClasses[edge];
  }

  /**
   * By lane: the time by the map alone; {@link Hierarchy#UNREACHABLE} where it may not be driven.
   */
  int[] laneMillis(DrivingMode mode) {
    return modes.of(mode).laneMillis.clone();
  }

  /** Whether an edge belongs to a small part that nothing else can be reached from. */
  boolean isOnIsland(int edge, DrivingMode mode) {
    return modes.of(mode).islands.get(edge);
  }

  /** Where the points of an edge begin, from its base on; it has two or more. */
  int firstPoint(int edge) {
    return firstPoint[edge];
  }

  /** Where the points of an edge end. */
  int endPoint(int edge) {
    return firstPoint[edge + 1];
  }

  /** Degrees north of a point. */
  double lat(int point) {
    return lats[point] * DEGREES;
  }

  /** Degrees east of a point. */
  double lon(int point) {
    return lons[point] * DEGREES;
  }

  /** Degrees east and north of each node, east shrunk as it is at this latitude. */
  double[][] flatNodes() {
    double[] east = new double[nodeCount];
    double[] north = new double[nodeCount];
    double shrink = lats.length == 0 ? 1 : StrictMath.cos(StrictMath.toRadians(lat(0)));
    for (int edge = 0; edge < edgeCount(); edge++) {
      int from = firstPoint(edge);
      int to = endPoint(edge) - 1;
      east[base[edge]] = lon(from) * shrink;
      north[base[edge]] = lat(from);
      east[adjacent[edge]] = lon(to) * shrink;
      north[adjacent[edge]] = lat(to);
    }
    return new double[][] {east, north};
  }
}
