package org.doorstep.routing.hierarchy;

import java.util.Random;
import org.doorstep.routing.order.NestedDissection;

/** A random graph that looks a little like roads, with one-way streets, islands and dead ends. */
final class RandomWorld {
  final SearchGraph graph;
  final Topology topology;
  private final Random random;

  RandomWorld(long seed) {
    random = new Random(seed);
    int side = 2 + random.nextInt(14);
    int nodes = side * side;
    double[] east = new double[nodes];
    double[] north = new double[nodes];
    for (int v = 0; v < nodes; v++) {
      east[v] = v % side + random.nextDouble() / 2;
      int row = v / side;
      north[v] = row + random.nextDouble() / 2;
    }
    int edges = nodes * 2;
    int[] tails = new int[2 * edges];
    int[] heads = new int[2 * edges];
    for (int e = 0; e < edges; e++) {
      int from = random.nextInt(nodes);
      int to = random.nextInt(20) == 0 ? random.nextInt(nodes) : neighbour(from, side);
      tails[2 * e] = from;
      heads[2 * e] = to;
      tails[2 * e + 1] = to;
      heads[2 * e + 1] = from;
    }
    graph = new SearchGraph(nodes, tails, heads);
    topology = Topology.of(graph, NestedDissection.order(Topology.adjacency(graph), east, north));
  }

  private int neighbour(int from, int side) {
    boolean right = random.nextBoolean();
    int to = right ? from + 1 : from + side;
    boolean off = right ? to % side == 0 : to >= side * side;
    return off ? from : to;
  }

  /** Weights of which some are zero, many equal, and some closed. */
  int[] millis() {
    int most = 1 + random.nextInt(random.nextBoolean() ? 4 : 100_000);
    int[] millis = new int[graph.arcCount()];
    for (int arc = 0; arc < millis.length; arc++) {
      millis[arc] = random.nextInt(5) == 0 ? Hierarchy.UNREACHABLE : random.nextInt(most + 1);
    }
    return millis;
  }

  /** Places at nodes, along edges, and some nowhere. */
  Ends places(int count, int[] millis) {
    Ends places = new Ends(1);
    for (int i = 0; i < count; i++) {
      addPlace(places, millis);
    }
    return places;
  }

  void addPlace(Ends places, int[] millis) {
    int edge = random.nextInt(graph.arcCount() / 2);
    double share = random.nextInt(5) / 4.0;
    int forwards = millis[2 * edge];
    int backwards = millis[2 * edge + 1];
    boolean open = forwards < Hierarchy.UNREACHABLE;
    boolean openBack = backwards < Hierarchy.UNREACHABLE;
    int onwards = (int) Math.round((1 - share) * forwards);
    int back = (int) Math.round(share * backwards);
    switch (random.nextInt(8)) {
      case 0 -> places.addNowhere();
      case 1 -> places.add(random.nextInt(graph.nodeCount()));
      default -> {
        places.add(
            openBack ? graph.tail(2 * edge) : Ends.NONE,
            openBack ? back : 0,
            open ? graph.head(2 * edge) : Ends.NONE,
            open ? onwards : 0);
        places.lane(edge, open ? onwards : Ends.NONE, openBack ? back : Ends.NONE);
      }
    }
  }

  int number(int bound) {
    return random.nextInt(bound);
  }
}
