package org.doorstep.routing.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** FEATURE: whatever the graph, the order holds each node once, and small cuts go last. */
class NestedDissectionTest {
  private static final int SEEDS = 200;

  @Test
  void order_anyGraph_holdsEachNodeOnceAndIsTheSameAgain() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int nodes = random.nextInt(60);
      int arcs = nodes == 0 ? 0 : random.nextInt(4 * nodes);
      int[] tails = random.ints(arcs, 0, Math.max(1, nodes)).toArray();
      int[] heads = random.ints(arcs, 0, Math.max(1, nodes)).toArray();
      // Many nodes in one place, so that lines do not part them.
      double[] east = random.ints(nodes, 0, 3).asDoubleStream().toArray();
      double[] north = random.ints(nodes, 0, 3).asDoubleStream().toArray();
      Adjacency graph = Adjacency.of(nodes, tails, heads);

      int[] order = NestedDissection.order(graph, east, north);

      int[] sorted = order.clone();
      Arrays.sort(sorted);
      int[] all = new int[nodes];
      Arrays.setAll(all, v -> v);
      assertThat(sorted).as("seed %d", seed).isEqualTo(all);
      assertThat(NestedDissection.order(graph, east, north)).isEqualTo(order);
    }
  }

  @Test
  void order_twoGridsJoinedByOneBridge_cutsTheBridgeLast() {
    int side = 8;
    Grids grids = new Grids(2, side);
    int bridge = grids.nodes();
    int[] tails = Arrays.copyOf(grids.tails, grids.arcs + 4);
    int[] heads = Arrays.copyOf(grids.heads, grids.arcs + 4);
    for (int i = 0; i < 2; i++) {
      tails[grids.arcs + i] = bridge;
      heads[grids.arcs + i] = side * side - 1 - i;
      tails[grids.arcs + 2 + i] = bridge;
      heads[grids.arcs + 2 + i] = side * side + i;
    }
    double[] east = Arrays.copyOf(grids.east, bridge + 1);
    double[] north = Arrays.copyOf(grids.north, bridge + 1);
    east[bridge] = side;

    int[] order = NestedDissection.order(Adjacency.of(bridge + 1, tails, heads), east, north);

    assertThat(order[bridge]).isEqualTo(bridge);
  }

  /** Islands by the thousand must not cost thousands of times the whole. */
  @Test
  void order_manyIslands_isFoundInOnePassOverThem() {
    Grids grids = new Grids(5_000, 4);

    int[] order =
        NestedDissection.order(
            Adjacency.of(grids.nodes(), grids.tails, grids.heads), grids.east, grids.north);

    assertThat(Arrays.stream(order).distinct().count()).isEqualTo(grids.nodes());
  }

  /** Grids beside each other, every street to the neighbour and every other diagonal. */
  private static final class Grids {
    private final int count;
    private final int side;
    private final int[] tails;
    private final int[] heads;
    private final double[] east;
    private final double[] north;
    private int arcs;

    Grids(int count, int side) {
      this.count = count;
      this.side = side;
      tails = new int[3 * nodes()];
      heads = new int[3 * nodes()];
      east = new double[nodes()];
      north = new double[nodes()];
      for (int v = 0; v < nodes(); v++) {
        int column = v % side;
        int row = v / side % side;
        int grid = v / (side * side);
        east[v] = grid * (side + 1) + column;
        north[v] = row;
        join(v, column + 1 < side, v + 1);
        join(v, row + 1 < side, v + side);
        join(v, column + 1 < side && row + 1 < side, v + side + 1);
      }
    }

    int nodes() {
      return count * side * side;
    }

    private void join(int from, boolean there, int to) {
      if (there) {
        tails[arcs] = from;
        heads[arcs++] = to;
      }
    }
  }
}
