package org.doorstep.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.doorstep.routing.RoadPosition.Heading;
import org.doorstep.routing.hierarchy.Dijkstra;
import org.doorstep.routing.hierarchy.Direction;
import org.doorstep.routing.hierarchy.Ends;
import org.doorstep.routing.hierarchy.Hierarchy;
import org.doorstep.routing.hierarchy.StandingTable;
import org.doorstep.routing.hierarchy.Sweep;
import org.doorstep.routing.hierarchy.Tables;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE: on every extract, in both driving modes, with roads closed and slowed at random, tables,
 * sweeps, standing answers and drawn routes equal plain Dijkstra to the millisecond.
 *
 * <p>{@code -Dexactness.trees=1000} (set by {@code -Pcampaign}) grows as many trees per mode and
 * extract; 50 otherwise, among them a new set of conditions for every ten.
 */
class ExactnessTest {
  private static final int TREES = Integer.getInteger("exactness.trees", 50);
  private static final int TREES_PER_METRIC = 10;
  private static final int TARGETS = 1_000;
  private static final long SEED = Long.getLong("exactness.seed", 20_261_126);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "andorra-2013.osm.pbf",
        "newport-wales-2023-06-13.osm.pbf",
        "north-london-2026.osm",
        "synthetic-kent-grid.osm.pbf"
      })
  void everyAnswer_randomClosuresAndSpeeds_equalsDijkstra(String file) {
    MapImport.run(SharedData.osm(file), folder.resolve("map"), progress -> {});
    try (RoadNetwork roads = RoadNetwork.open(folder.resolve("map"))) {
      Random random = new Random(SEED);
      for (int grown = 0; grown < TREES; grown += TREES_PER_METRIC) {
        RoadConditions conditions = grown == 0 ? RoadConditions.none() : conditions(roads, random);
        RoutingMetric metric = roads.publish(conditions);
        for (DrivingMode mode : DrivingMode.values()) {
          new Check(roads, metric, mode, random).run(Math.min(TREES_PER_METRIC, TREES - grown));
        }
      }
    }
  }

  /** One metric and mode under test. */
  private static final class Check {
    private final RoadNetwork roads;
    private final RoutingMetric metric;
    private final DrivingMode mode;
    private final Random random;
    private final Hierarchy hierarchy;
    private final int[] arcMillis;

    Check(RoadNetwork roads, RoutingMetric metric, DrivingMode mode, Random random) {
      this.roads = roads;
      this.metric = metric;
      this.mode = mode;
      this.random = random;
      hierarchy = metric.hierarchy(mode);
      arcMillis = new int[metric.turns().graph().arcCount()];
      java.util.Arrays.setAll(arcMillis, hierarchy::arcMillis);
    }

    void run(int trees) {
      List<RoadPosition> from = positions(trees);
      List<RoadPosition> to = positions(TARGETS);
      Ends sources = new Ends(trees);
      from.forEach(at -> metric.addSource(sources, mode, at.edge(), at.fraction(), at.heading()));
      Ends targets = new Ends(TARGETS);
      to.forEach(at -> metric.addTarget(targets, mode, at.edge(), at.fraction()));
      int[] table = new int[trees * TARGETS];
      new Tables(roads.topology()).fill(hierarchy, sources, targets, table);
      Sweep sweep = new Sweep(roads.topology());
      StandingTable standing = new StandingTable(hierarchy, trees);
      for (int s = 0; s < trees; s++) {
        standing.put(s, sources, s);
      }
      int[][] answers = answers(standing, targets);
      for (int s = 0; s < trees; s++) {
        int[] tree = Dijkstra.tree(metric.turns().graph(), arcMillis, Direction.FROM, sources, s);
        compareSweep(sweep, sources, s, tree);
        for (int t = 0; t < TARGETS; t++) {
          int truth = Dijkstra.time(tree, sources, s, targets, t);
          if (table[s * TARGETS + t] != truth || answers[t][s] != truth) {
            throw new AssertionError(
                "%s %s to %s: Dijkstra %d, table %d, standing %d, seed %d"
                    .formatted(
                        mode,
                        from.get(s),
                        to.get(t),
                        truth,
                        table[s * TARGETS + t],
                        answers[t][s],
                        SEED));
          }
        }
        compareRoute(from.get(s), to.get(s), Dijkstra.time(tree, sources, s, targets, s));
      }
    }

    private static int[][] answers(StandingTable standing, Ends targets) {
      StandingTable.Reader reader = standing.reader();
      int[][] answers = new int[targets.size()][standing.units()];
      for (int t = 0; t < targets.size(); t++) {
        reader.fill(targets, t, answers[t]);
      }
      return answers;
    }

    private void compareSweep(Sweep sweep, Ends sources, int s, int[] tree) {
      Ends one = new Ends(1);
      one.addCopy(sources, s);
      sweep.run(hierarchy, Direction.FROM, one);
      for (int node = 0; node < tree.length; node++) {
        if (sweep.millis(node) != tree[node]) {
          throw new AssertionError("sweep, node %d, seed %d".formatted(node, SEED));
        }
      }
    }

    /** The way that is drawn takes as long, lane by lane and turn by turn. */
    private void compareRoute(RoadPosition from, RoadPosition to, int truth) {
      Optional<Route> route = new RouteFinder(metric).find(from, to, mode);
      assertThat(route.isPresent()).isEqualTo(truth < Hierarchy.UNREACHABLE);
      route.ifPresent(
          way -> {
            assertThat(way.driveMillis()).isEqualTo(truth);
            assertThat(way.line()).hasSizeGreaterThan(1);
            assertThat(RouteSum.millis(metric, mode, from, to)).isEqualTo(truth);
          });
    }

    private List<RoadPosition> positions(int count) {
      List<RoadPosition> positions = new ArrayList<>();
      Heading[] headings = Heading.values();
      while (positions.size() < count) {
        int edge = random.nextInt(roads.roads().edgeCount());
        double fraction = random.nextInt(10) == 0 ? random.nextInt(2) : random.nextDouble();
        positions.add(new RoadPosition(edge, fraction, headings[random.nextInt(3)]));
      }
      // Some lie on the same edge, before or behind each other.
      for (int i = 1; i < count; i += 7) {
        RoadPosition other = positions.get(i - 1);
        positions.set(i, new RoadPosition(other.edge(), random.nextDouble(), Heading.EITHER));
      }
      return positions;
    }
  }

  static RoadConditions conditions(RoadNetwork roads, Random random) {
    int edges = roads.roads().edgeCount();
    List<Closure> closures = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      List<Integer> some = random.ints(1 + edges / 200, 0, edges).distinct().boxed().toList();
      closures.add(
          new Closure(
              "C" + i,
              "at random",
              new ClosedPlace.Edges(some, roads.info().hash()),
              i % 2 == 0 ? 0 : 0.1 + 0.9 * random.nextDouble(),
              i == 3 ? List.of(DrivingMode.NORMAL) : List.of(DrivingMode.values()),
              Optional.empty(),
              Optional.empty(),
              "test"));
    }
    List<SpeedSlot.LaneSpeed> learned = new ArrayList<>();
    for (DrivingMode mode : DrivingMode.values()) {
      random
          .ints(edges / 10, 0, 2 * edges)
          .forEach(
              lane ->
                  learned.add(new SpeedSlot.LaneSpeed(lane, mode, 5 + 120 * random.nextDouble())));
    }
    return new RoadConditions(
        java.time.Instant.EPOCH,
        closures,
        new SpeedSlot(
            List.of(new SpeedSlot.ClassSpeed("primary", DrivingMode.NORMAL, 0.6)), learned));
  }
}
