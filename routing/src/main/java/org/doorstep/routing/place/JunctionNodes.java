package org.doorstep.routing.place;

import java.util.Arrays;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.NamedStretch;

/**
 * Which junctions of the graph are one junction to people: those that roundabouts, slip roads and
 * other connectors join.
 *
 * <p>A union of sets [1] in which each set also knows the box around it. Two sets whose common box
 * would be wider than an interchange stay apart: nameless roads are no junction.
 *
 * <p>[1] Tarjan: Efficiency of a Good But Not Linear Set Union Algorithm. JACM 1975.
 */
final class JunctionNodes {
  private static final double WIDTH_METERS_MAX = 1_000;

  private final int[] parents;
  private final float[] souths;
  private final float[] wests;
  private final float[] norths;
  private final float[] easts;

  JunctionNodes(int nodes) {
    parents = new int[nodes];
    Arrays.setAll(parents, node -> node);
    souths = new float[nodes];
    wests = new float[nodes];
    norths = new float[nodes];
    easts = new float[nodes];
    Arrays.fill(souths, Float.NaN);
  }

  /** Joins the ends of a connector, if that leaves one junction. */
  void join(NamedStretch connector) {
    int one = place(connector.start());
    int two = place(connector.end());
    if (one == two) {
      return;
    }
    float south = Math.min(souths[one], souths[two]);
    float west = Math.min(wests[one], wests[two]);
    float north = Math.max(norths[one], norths[two]);
    float east = Math.max(easts[one], easts[two]);
    if (new GeoPoint(south, west).distanceMeters(new GeoPoint(north, east)) <= WIDTH_METERS_MAX) {
      parents[two] = one;
      souths[one] = south;
      wests[one] = west;
      norths[one] = north;
      easts[one] = east;
    }
  }

  /** The node that stands for all that are joined with a node. */
  int of(int node) {
    int root = node;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  /** The middle of what is joined with a node, or the place given where nothing is. */
  GeoPoint middle(int node, GeoPoint at) {
    int root = of(node);
    return Float.isNaN(souths[root])
        ? at
        : new GeoPoint(
            ((double) souths[root] + norths[root]) / 2, ((double) wests[root] + easts[root]) / 2);
  }

  private int place(NamedStretch.End end) {
    int root = of(end.junction());
    if (Float.isNaN(souths[root])) {
      souths[root] = (float) end.at().lat();
      norths[root] = souths[root];
      wests[root] = (float) end.at().lon();
      easts[root] = wests[root];
    }
    return root;
  }
}
