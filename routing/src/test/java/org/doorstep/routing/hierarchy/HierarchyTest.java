package org.doorstep.routing.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** FEATURE: whatever the graph and its weights, every time found equals plain Dijkstra's. */
class HierarchyTest {
  private static final int SEEDS = 300;

  @Test
  void tables_anyWeights_equalDijkstra() {
    eachSeed(
        world -> {
          Tables tables = new Tables(world.topology);
          Customisation customisation = new Customisation(world.topology);
          for (int round = 0; round < 3; round++) {
            int[] millis = world.millis();
            Hierarchy hierarchy = customisation.run(millis);
            Ends sources = world.places(1 + world.number(40), millis);
            Ends targets = world.places(1 + world.number(90), millis);
            int[] table = new int[sources.size() * targets.size()];
            tables.fill(hierarchy, sources, targets, table);
            for (int s = 0; s < sources.size(); s++) {
              int[] tree = Dijkstra.tree(world.graph, millis, Direction.FROM, sources, s);
              for (int t = 0; t < targets.size(); t++) {
                assertThat(table[s * targets.size() + t])
                    .isEqualTo(Dijkstra.time(tree, sources, s, targets, t));
              }
            }
          }
        });
  }

  @Test
  void sweep_bothDirections_equalsTheLeastOfDijkstrasTrees() {
    eachSeed(
        world -> {
          int[] millis = world.millis();
          Hierarchy hierarchy = new Customisation(world.topology).run(millis);
          Ends places = world.places(world.number(5), millis);
          Sweep sweep = new Sweep(world.topology);
          for (Direction direction : Direction.values()) {
            sweep.run(hierarchy, direction, places);
            int[][] trees = trees(world, millis, direction, places);
            for (int v = 0; v < world.graph.nodeCount(); v++) {
              int least = Hierarchy.UNREACHABLE;
              for (int[] tree : trees) {
                least = Math.min(least, tree[v]);
              }
              assertThat(sweep.millis(v)).isEqualTo(least);
            }
          }
        });
  }

  @Test
  void depthSweep_manyPlaces_countsThoseInTime() {
    eachSeed(
        world -> {
          int[] millis = world.millis();
          Hierarchy hierarchy = new Customisation(world.topology).run(millis);
          Ends places = world.places(world.number(150), millis);
          int limit = world.number(200_000);
          DepthSweep sweep = new DepthSweep(world.topology);
          sweep.run(hierarchy, Direction.FROM, places, limit);
          int[][] trees = trees(world, millis, Direction.FROM, places);
          for (int v = 0; v < world.graph.nodeCount(); v++) {
            int count = 0;
            for (int[] tree : trees) {
              count += tree[v] <= limit ? 1 : 0;
            }
            assertThat(sweep.count(v)).isEqualTo(count);
          }
        });
  }

  @Test
  void standingTable_unitsComeMoveAndGo_equalsDijkstra() {
    eachSeed(
        world -> {
          int[] millis = world.millis();
          Hierarchy hierarchy = new Customisation(world.topology).run(millis);
          int units = 1 + world.number(200);
          StandingTable table = new StandingTable(hierarchy, units);
          StandingTable.Reader reader = table.reader();
          Ends places = new Ends(1);
          int[] placeOf = new int[units];
          java.util.Arrays.fill(placeOf, -1);
          int[] answer = new int[units];
          for (int step = 0; step < 400; step++) {
            int unit = world.number(units);
            if (world.number(6) == 0) {
              table.remove(unit);
              placeOf[unit] = -1;
            } else {
              world.addPlace(places, millis);
              placeOf[unit] = places.size() - 1;
              table.put(unit, places, placeOf[unit]);
            }
            if (step % 40 == 0) {
              Ends asked = world.places(1, millis);
              reader.fill(asked, 0, answer);
              assertThat(answer).isEqualTo(slowly(world, millis, places, placeOf, asked));
            }
          }
        });
  }

  @Test
  void paths_anyPair_leadFromPlaceToPlaceAndSumToTheTime() {
    eachSeed(
        world -> {
          int[] millis = world.millis();
          Hierarchy hierarchy = new Customisation(world.topology).run(millis);
          Ends sources = world.places(20, millis);
          Ends targets = world.places(20, millis);
          Paths paths = new Paths(hierarchy);
          for (int i = 0; i < sources.size(); i++) {
            int time = paths.find(sources, i, targets, i);
            int[] tree = Dijkstra.tree(world.graph, millis, Direction.FROM, sources, i);
            assertThat(time).isEqualTo(Dijkstra.overNodes(tree, targets, i));
            if (time < Hierarchy.UNREACHABLE && paths.size() > 0) {
              assertThat(sum(world.graph, millis, paths, sources, targets, i)).isEqualTo(time);
            }
          }
        });
  }

  @Test
  void fill_tableDoesNotFit_isRefused() {
    RandomWorld world = new RandomWorld(1);
    int[] millis = world.millis();
    Hierarchy hierarchy = new Customisation(world.topology).run(millis);
    Ends three = world.places(3, millis);

    assertThatThrownBy(() -> new Tables(world.topology).fill(hierarchy, three, three, new int[8]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(3) by (3) does not fit an array of (8)");
  }

  @Test
  void of_orderThatMissesANode_isRefused() {
    SearchGraph graph = new SearchGraph(2, new int[] {0}, new int[] {1});

    assertThatThrownBy(() -> Topology.of(graph, new int[] {0}))
        .hasMessageContaining("holds (1) nodes; the graph has (2)");
    assertThatThrownBy(() -> Topology.of(graph, new int[] {1, 1}))
        .hasMessageContaining("node (1) is there again");
  }

  /** Follows the arcs of a way, and adds what lies before and behind it. */
  private static int sum(
      SearchGraph graph, int[] millis, Paths paths, Ends sources, Ends targets, int i) {
    int first = graph.tail(paths.arc(0));
    int at = first;
    int sum = 0;
    for (int k = 0; k < paths.size(); k++) {
      assertThat(graph.tail(paths.arc(k))).isEqualTo(at);
      at = graph.head(paths.arc(k));
      sum += millis[paths.arc(k)];
    }
    return sum + atEnd(sources, i, first) + atEnd(targets, i, at);
  }

  private static int atEnd(Ends places, int place, int node) {
    int a = places.nodeA(place) == node ? places.millisA(place) : Hierarchy.UNREACHABLE;
    int b = places.nodeB(place) == node ? places.millisB(place) : Hierarchy.UNREACHABLE;
    return Math.min(a, b);
  }

  private static int[] slowly(
      RandomWorld world, int[] millis, Ends places, int[] placeOf, Ends asked) {
    int[] tree = Dijkstra.tree(world.graph, millis, Direction.TO, asked, 0);
    int[] answer = new int[placeOf.length];
    for (int unit = 0; unit < placeOf.length; unit++) {
      answer[unit] =
          placeOf[unit] < 0
              ? Hierarchy.UNREACHABLE
              : Dijkstra.timeOver(tree, places, placeOf[unit], asked, 0);
    }
    return answer;
  }

  private static int[][] trees(RandomWorld world, int[] millis, Direction direction, Ends places) {
    int[][] trees = new int[places.size()][];
    for (int place = 0; place < places.size(); place++) {
      trees[place] = Dijkstra.tree(world.graph, millis, direction, places, place);
    }
    return trees;
  }

  private static void eachSeed(Consumer<RandomWorld> check) {
    for (long seed = 0; seed < SEEDS; seed++) {
      try {
        check.accept(new RandomWorld(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("Seed (%d)".formatted(seed), e);
      }
    }
  }
}
