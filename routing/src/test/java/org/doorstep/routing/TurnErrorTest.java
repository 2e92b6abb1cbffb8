package org.doorstep.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.doorstep.routing.hierarchy.Dijkstra;
import org.doorstep.routing.hierarchy.Direction;
import org.doorstep.routing.hierarchy.Ends;
import org.doorstep.routing.hierarchy.Hierarchy;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE: what opening up only the junctions near a forbidden turn leaves out is known. The whole
 * truth is a graph in which every junction is opened, turning round has its price everywhere, and
 * plain Dijkstra finds the way. Figures are printed; DECISIONS.md quotes them.
 */
class TurnErrorTest {
  private static final long SEED = 20_261_126;
  private static final int TREES = 30;
  private static final int TARGETS = 400;
  private static final DrivingMode MODE = DrivingMode.NORMAL;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "andorra-2013.osm.pbf",
        "newport-wales-2023-06-13.osm.pbf",
        "north-london-2026.osm"
      })
  void openedJunctions_againstAllOpened_changeNoRankingThatMatters(String file) {
    MapImport.run(SharedData.osm(file), folder.resolve("map"), words -> {});
    try (RoadNetwork roads = RoadNetwork.open(folder.resolve("map"))) {
      TurnBans bans = TurnBans.of(roads.hopper());
      TurnRule kept = TurnRule.usual(MODE);
      TurnRule ignored = new TurnRule(false, kept.turnRoundMillis());
      Trees truth = new Trees(roads, TurnGraph.ofAll(roads.roads(), bans), kept);
      Trees near = new Trees(roads, TurnGraph.of(roads.roads(), bans), kept);
      Trees none = new Trees(roads, TurnGraph.of(roads.roads(), bans), ignored);
      Comparison ours = new Comparison();
      Comparison without = new Comparison();
      Random random = new Random(SEED);
      int[][] places = places(roads, random);
      for (int tree = 0; tree < TREES; tree++) {
        int[] from = places[tree];
        int[] whole = truth.times(from, places);
        ours.add(whole, near.times(from, places));
        without.add(whole, none.times(from, places));
      }
      System.out.printf(
          Locale.ROOT,
          "%s: %d turns forbidden; junctions near them opened: %s; turns ignored: %s%n",
          file,
          bans.count(MODE),
          ours,
          without);
      assertThat(ours.worse()).isZero();
      assertThat(ours.shareOff()).isLessThanOrEqualTo(without.shareOff());
      assertThat(ours.shareOff()).isLessThan(0.001);
    }
  }

  /** An edge that may be driven, and how far along it, in thousandths. */
  private static int[][] places(RoadNetwork roads, Random random) {
    int[][] places = new int[TARGETS][];
    for (int i = 0; i < TARGETS; i++) {
      int edge = random.nextInt(roads.roads().edgeCount());
      while (!roads.metric().isOpen(edge, MODE) || roads.roads().isOnIsland(edge, MODE)) {
        edge = random.nextInt(roads.roads().edgeCount());
      }
      places[i] = new int[] {edge, random.nextInt(1_001)};
    }
    return places;
  }

  /** Dijkstra's trees on one form of the graph. */
  private static final class Trees {
    private final RoadGraph roads;
    private final TurnGraph turns;
    private final int[] laneMillis;
    private final int[] arcMillis;

    Trees(RoadNetwork network, TurnGraph turns, TurnRule rule) {
      roads = network.roads();
      this.turns = turns;
      laneMillis = roads.laneMillis(MODE);
      arcMillis = turns.arcMillis(laneMillis, MODE, rule);
    }

    int[] times(int[] from, int[][] places) {
      Ends source = new Ends(1);
      add(source, from, true);
      int[] tree = Dijkstra.tree(turns.graph(), arcMillis, Direction.FROM, source, 0);
      Ends targets = new Ends(places.length);
      for (int[] place : places) {
        add(targets, place, false);
      }
      int[] times = new int[places.length];
      Arrays.setAll(times, t -> Dijkstra.time(tree, source, 0, targets, t));
      return times;
    }

    private void add(Ends ends, int[] place, boolean leaves) {
      int lane = 2 * place[0];
      int onwards = toEnd(lane, 1_000 - place[1]);
      int back = toEnd(lane + 1, place[1]);
      ends.add(
          onwards == Ends.NONE ? Ends.NONE : leaves ? turns.arriving(lane) : turns.leaving(lane),
          leaves ? onwards : laneMillis[lane] - onwards,
          back == Ends.NONE
              ? Ends.NONE
              : leaves ? turns.arriving(lane + 1) : turns.leaving(lane + 1),
          leaves ? back : laneMillis[lane + 1] - back);
      ends.lane(place[0], onwards, back);
    }

    private int toEnd(int lane, int thousandths) {
      return laneMillis[lane] < Hierarchy.UNREACHABLE
          ? (int) ((long) laneMillis[lane] * thousandths / 1_000)
          : Ends.NONE;
    }
  }

  /** How far times are from the whole truth. */
  private static final class Comparison {
    private static final int OFF_MILLIS = 1_000;
    private int pairs;
    private int off;
    private int over;
    private long sumMillis;
    private int mostMillis;

    void add(int[] truth, int[] found) {
      for (int i = 0; i < truth.length; i++) {
        if (truth[i] >= Hierarchy.UNREACHABLE) {
          continue;
        }
        int short0 = truth[i] - found[i];
        pairs++;
        off += short0 > OFF_MILLIS ? 1 : 0;
        over += short0 < 0 ? 1 : 0;
        sumMillis += short0;
        mostMillis = Math.max(mostMillis, short0);
      }
    }

    /** How many pairs take longer than in truth: none may, as the truth only adds prices. */
    int worse() {
      return over;
    }

    double shareOff() {
      return (double) off / pairs;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%.2f %% of %d pairs are more than 1 s short, mean %.3f s, most %.1f s",
          100 * shareOff(),
          pairs,
          sumMillis / 1e3 / pairs,
          mostMillis / 1e3);
    }
  }
}
