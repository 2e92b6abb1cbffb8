package org.doorstep.routing.hierarchy;

import java.util.Arrays;
import java.util.PriorityQueue;

/** The slow twin of everything fast here: the textbook's algorithm on the graph itself. */
public final class Dijkstra {
  private Dijkstra() {}

  /** The times from a place to every node, or from every node to it. */
  public static int[] tree(
      SearchGraph graph, int[] arcMillis, Direction direction, Ends places, int place) {
    int[] millis = new int[graph.nodeCount()];
    Arrays.fill(millis, Hierarchy.UNREACHABLE);
    PriorityQueue<long[]> queue = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
    reach(millis, queue, places.nodeA(place), places.millisA(place));
    reach(millis, queue, places.nodeB(place), places.millisB(place));
    int[][] arcsAt = arcsAt(graph, direction);
    while (!queue.isEmpty()) {
      long[] next = queue.remove();
      int node = (int) next[1];
      if (next[0] > millis[node]) {
        continue;
      }
      for (int arc : arcsAt[node]) {
        if (arcMillis[arc] < Hierarchy.UNREACHABLE) {
          int other = direction == Direction.FROM ? graph.head(arc) : graph.tail(arc);
          reach(millis, queue, other, millis[node] + arcMillis[arc]);
        }
      }
    }
    return millis;
  }

  /** What a tree from a place says of the time to another place. */
  public static int time(int[] tree, Ends sources, int source, Ends targets, int target) {
    return Math.min(
        overNodes(tree, targets, target), Paths.alongLane(sources, source, targets, target));
  }

  /** What a tree to the target says of the time from a source. */
  public static int timeOver(int[] tree, Ends sources, int source, Ends targets, int target) {
    return Math.min(
        overNodes(tree, sources, source), Paths.alongLane(sources, source, targets, target));
  }

  /** The time of a place that is left, or reached, over its nodes. */
  public static int overNodes(int[] tree, Ends places, int place) {
    int least = Hierarchy.UNREACHABLE;
    if (places.nodeA(place) != Ends.NONE) {
      least = Math.min(least, tree[places.nodeA(place)] + places.millisA(place));
    }
    if (places.nodeB(place) != Ends.NONE) {
      least = Math.min(least, tree[places.nodeB(place)] + places.millisB(place));
    }
    return least;
  }

  private static void reach(int[] millis, PriorityQueue<long[]> queue, int node, int time) {
    if (node != Ends.NONE && time < millis[node]) {
      millis[node] = time;
      queue.add(new long[] {time, node});
    }
  }

  private static int[][] arcsAt(SearchGraph graph, Direction direction) {
    int[] count = new int[graph.nodeCount()];
    for (int arc = 0; arc < graph.arcCount(); arc++) {
      count[direction == Direction.FROM ? graph.tail(arc) : graph.head(arc)]++;
    }
    int[][] arcsAt = new int[graph.nodeCount()][];
    for (int arc = 0; arc < graph.arcCount(); arc++) {
      int node = direction == Direction.FROM ? graph.tail(arc) : graph.head(arc);
      if (arcsAt[node] == null) {
        arcsAt[node] = new int[count[node]];
      }
      arcsAt[node][--count[node]] = arc;
    }
    for (int node = 0; node < arcsAt.length; node++) {
      if (arcsAt[node] == null) {
        arcsAt[node] = new int[0];
      }
    }
    return arcsAt;
  }
}
