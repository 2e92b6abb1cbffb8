package org.doorstep.routing;

import java.util.Arrays;
import java.util.BitSet;
import org.doorstep.routing.hierarchy.Hierarchy;
import org.doorstep.routing.hierarchy.SearchGraph;

/**
 * The roads as a graph to be searched in which forbidden turns can be kept to. Immutable.
 *
 * <p>A junction where a turn is forbidden, and each within {@link #NEAR_MILLIS} of driving from
 * one, is opened up: it has a node of its own for every lane that arrives and for every lane that
 * leaves, and an arc for every turn between. All other junctions are one node, so the graph is
 * hardly larger than the roads, and the same graph serves both driving modes: whether a turn may be
 * made is a weight like any other. The junctions near by are opened so that turning round behind a
 * forbidden turn has its price.
 *
 * <p>Arc {@code lane} of the graph is that lane of the roads; the arcs of turns come behind.
 */
final class TurnGraph {
  /**
   * To drive so far beyond a forbidden turn and back costs as much as turning round does as a rule,
   * so beyond it turning round need not be priced.
   */
  private static final int NEAR_MILLIS = 12_000;

  private final RoadGraph roads;
  private final TurnBans bans;

  /** By lane: the node of the graph that it leaves from, and the one that it arrives at. */
  private final int[] leaving;

  private final int[] arriving;

  /** By arc behind those of the lanes: the lanes that it turns from and to, or NONE for a link. */
  private final int[] turnFrom;

  private final int[] turnTo;
  private final SearchGraph graph;
  private final int[] junctionOf;

  /** By junction of the roads: its nodes in the graph. */
  private final int[] firstNode;

  private final int[] nodes;

  /** By junction of the roads: how many lanes leave from it. */
  private final int[] lanesFrom;

  private TurnGraph(RoadGraph roads, TurnBans bans, BitSet opened) {
    this.roads = roads;
    this.bans = bans;
    int lanes = 2 * roads.edgeCount();
    lanesFrom = new int[roads.nodeCount()];
    for (int lane = 0; lane < lanes; lane++) {
      lanesFrom[roads.tail(lane)]++;
    }
    leaving = new int[lanes];
    arriving = new int[lanes];
    junctionOf = numberNodes(opened);
    firstNode = new int[roads.nodeCount() + 1];
    nodes = nodesByJunction();
    ArcList arcs = new ArcList(lanes);
    for (int lane = 0; lane < lanes; lane++) {
      arcs.add(leaving[lane], arriving[lane], ArcList.NONE, ArcList.NONE);
    }
    addTurns(arcs, opened);
    addLinks(arcs, opened);
    turnFrom = arcs.turnFrom(lanes);
    turnTo = arcs.turnTo(lanes);
    graph = arcs.graph(junctionOf.length);
  }

  /** The graph with those junctions opened up that a ban concerns. */
  static TurnGraph of(RoadGraph roads, TurnBans bans) {
    BitSet banned = new BitSet(roads.nodeCount());
    bans.nodes().forEach(banned::set);
    BitSet opened = near(roads, banned);
    return new TurnGraph(roads, bans, opened);
  }

  /** The junctions that lie within a short drive of some others, whatever its direction. */
  private static BitSet near(RoadGraph roads, BitSet junctions) {
    int[] laneMillis = roads.laneMillis(DrivingMode.NORMAL);
    int[] least = new int[roads.nodeCount()];
    Arrays.fill(least, Hierarchy.UNREACHABLE);
    junctions.stream().forEach(junction -> least[junction] = 0);
    boolean changed = true;
    // Few steps: a short time leads over few edges.
    while (changed) {
      changed = false;
      for (int edge = 0; edge < roads.edgeCount(); edge++) {
        int takes = Math.min(laneMillis[2 * edge], laneMillis[2 * edge + 1]);
        int sooner = takes + Math.min(least[roads.base(edge)], least[roads.adjacent(edge)]);
        for (int end : new int[] {roads.base(edge), roads.adjacent(edge)}) {
          if (sooner <= NEAR_MILLIS && sooner < least[end]) {
            least[end] = sooner;
            changed = true;
          }
        }
      }
    }
    BitSet near = new BitSet(roads.nodeCount());
    for (int junction = 0; junction < least.length; junction++) {
      near.set(junction, least[junction] <= NEAR_MILLIS);
    }
    return near;
  }

  /** The graph with every junction opened up: what the others are measured against. */
  static TurnGraph ofAll(RoadGraph roads, TurnBans bans) {
    BitSet all = new BitSet(roads.nodeCount());
    all.set(0, roads.nodeCount());
    return new TurnGraph(roads, bans, all);
  }

  SearchGraph graph() {
    return graph;
  }

  RoadGraph roads() {
    return roads;
  }

  /** The node from which a lane is left into. */
  int leaving(int lane) {
    return leaving[lane];
  }

  /** The node that a lane ends at. */
  int arriving(int lane) {
    return arriving[lane];
  }

  /** The junction of the roads that a node of the graph belongs to. */
  int junctionOf(int node) {
    return junctionOf[node];
  }

  /** Where the nodes of a junction begin, for {@link #nodeAt}. */
  int beginNodes(int junction) {
    return firstNode[junction];
  }

  /** Where they end. */
  int endNodes(int junction) {
    return firstNode[junction + 1];
  }

  /** The node of the graph at a position between the two. */
  int nodeAt(int position) {
    return nodes[position];
  }

  /**
   * The weights of all arcs.
   *
   * @param laneMillis by lane
   */
  int[] arcMillis(int[] laneMillis, DrivingMode mode, TurnRule rule) {
    int[] millis = Arrays.copyOf(laneMillis, graph.arcCount());
    for (int turn = 0; turn < turnFrom.length; turn++) {
      millis[laneMillis.length + turn] = turnMillis(turn, mode, rule);
    }
    return millis;
  }

  private int turnMillis(int turn, DrivingMode mode, TurnRule rule) {
    int from = turnFrom[turn];
    int to = turnTo[turn];
    if (from == ArcList.NONE) {
      return Hierarchy.UNREACHABLE;
    }
    int via = roads.head(from);
    // At a dead end everybody has to turn round.
    boolean turnsRound = (from ^ 1) == to && lanesFrom[via] > 1;
    return rule.millis(bans.isBanned(mode, from >> 1, via, to >> 1), turnsRound);
  }

  private int[] numberNodes(BitSet opened) {
    int[] only = new int[roads.nodeCount()];
    Arrays.fill(only, ArcList.NONE);
    int[] junctions = new int[roads.nodeCount() + 2 * leaving.length];
    int size = 0;
    for (int lane = 0; lane < leaving.length; lane++) {
      int tail = roads.tail(lane);
      int head = roads.head(lane);
      for (int junction : new int[] {tail, head}) {
        if (!opened.get(junction) && only[junction] == ArcList.NONE) {
          only[junction] = size;
          junctions[size++] = junction;
        }
      }
      leaving[lane] = opened.get(tail) ? size : only[tail];
      if (opened.get(tail)) {
        junctions[size++] = tail;
      }
      arriving[lane] = opened.get(head) ? size : only[head];
      if (opened.get(head)) {
        junctions[size++] = head;
      }
    }
    return Arrays.copyOf(junctions, size);
  }

  private int[] nodesByJunction() {
    for (int junction : junctionOf) {
      firstNode[junction + 1]++;
    }
    for (int junction = 0; junction < roads.nodeCount(); junction++) {
      firstNode[junction + 1] += firstNode[junction];
    }
    int[] next = firstNode.clone();
    int[] sorted = new int[junctionOf.length];
    for (int node = 0; node < junctionOf.length; node++) {
      sorted[next[junctionOf[node]]++] = node;
    }
    return sorted;
  }

  private void addTurns(ArcList arcs, BitSet opened) {
    int[][] out = new int[roads.nodeCount()][];
    int[] count = lanesFrom.clone();
    for (int lane = 0; lane < leaving.length; lane++) {
      int tail = roads.tail(lane);
      if (opened.get(tail)) {
        if (out[tail] == null) {
          out[tail] = new int[count[tail]];
        }
        out[tail][--count[tail]] = lane;
      }
    }
    for (int lane = 0; lane < arriving.length; lane++) {
      int head = roads.head(lane);
      if (opened.get(head)) {
        for (int to : out[head]) {
          arcs.add(arriving[lane], leaving[to], lane, to);
        }
      }
    }
  }

  /** Makes the two nodes of each place on an edge neighbours, as searches need them. */
  private void addLinks(ArcList arcs, BitSet opened) {
    for (int edge = 0; edge < roads.edgeCount(); edge++) {
      if (opened.get(roads.base(edge)) || opened.get(roads.adjacent(edge))) {
        arcs.add(arriving[2 * edge], arriving[2 * edge + 1], ArcList.NONE, ArcList.NONE);
        arcs.add(leaving[2 * edge], leaving[2 * edge + 1], ArcList.NONE, ArcList.NONE);
      }
    }
  }

  /** Arcs while they are gathered. */
  private static final class ArcList {
    static final int NONE = -1;

    private int[] tails;
    private int[] heads;
    private int[] from;
    private int[] to;
    private int size;

    ArcList(int room) {
      tails = new int[room + 16];
      heads = new int[room + 16];
      from = new int[room + 16];
      to = new int[room + 16];
    }

    void add(int tail, int head, int turnFrom, int turnTo) {
      if (size == tails.length) {
        tails = Arrays.copyOf(tails, 2 * size);
        heads = Arrays.copyOf(heads, 2 * size);
        from = Arrays.copyOf(from, 2 * size);
        to = Arrays.copyOf(to, 2 * size);
      }
      tails[size] = tail;
      heads[size] = head;
      from[size] = turnFrom;
      to[size++] = turnTo;
    }

    int[] turnFrom(int lanes) {
      return Arrays.copyOfRange(from, lanes, size);
    }

    int[] turnTo(int lanes) {
      return Arrays.copyOfRange(to, lanes, size);
    }

    SearchGraph graph(int nodeCount) {
      return new SearchGraph(nodeCount, Arrays.copyOf(tails, size), Arrays.copyOf(heads, size));
    }
  }
}
