package org.doorstep.simulator.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.doorstep.dispatch.policy.cover.CoverPolicy;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.trace.TraceGround;

/**
 * A search for better numbers of a policy on a ground: in each round one to three of them are
 * multiplied by chance, by less and less, and kept if all fleets together do better over the same
 * calls. Plain, because a run is noisy and every number is nearly flat around its best.
 *
 * <p>What is found on some calls looks better on them than it is: report on calls of another seed,
 * and on fleets that were not searched on.
 */
public final class Tuning {
  private static final int CHANGED_MAX = 3;
  private static final double SPREAD_FIRST = 0.35;
  private static final double SPREAD_LAST = 0.05;

  /** A late share so much lower is worth a mean response higher by as much, beyond its limit. */
  private static final double MEAN_PRICE = 1.5;

  /** Below the limit the mean, and those who wait longest, still count a little. */
  private static final double SMALL_PRICE = 0.05;

  private final MatrixGround ground;
  private final Terms terms;
  private final List<Case> cases = new ArrayList<>();

  /**
   * What is searched for.
   *
   * @param fleets on which, one at least
   * @param replications of each fleet
   * @param calls in each replication
   * @param meanRatioMax to the mean response of the closest unit; more is dear
   */
  public record Terms(
      List<Fleet> fleets, int replications, int calls, double meanRatioMax, long seed) {
    public Terms {
      fleets = List.copyOf(fleets);
    }
  }

  /** Calls for a fleet, and how the closest unit does over them. */
  private record Case(List<Integer> bases, MatrixCalls calls, RunFigures closest) {}

  /** A search on a ground. */
  public Tuning(TraceGround trace, Terms terms) {
    ground = new MatrixGround(trace);
    this.terms = terms;
    for (Fleet fleet : terms.fleets()) {
      List<Integer> bases = FleetBases.of(ground, fleet.units());
      for (int replication = 0; replication < terms.replications(); replication++) {
        long seed = Chance.of(terms.seed(), "tuning-" + replication).bits();
        MatrixCalls calls = MatrixCalls.draw(ground, fleet.callsPerMinute(), terms.calls(), seed);
        cases.add(new Case(bases, calls, run(bases, calls, new ClosestDesk(ground, bases))));
      }
    }
  }

  private RunFigures run(List<Integer> bases, MatrixCalls calls, MatrixDesk desk) {
    MatrixWorld world = new MatrixWorld(ground, bases, calls, desk);
    world.run();
    return RunFigures.of(world);
  }

  /**
   * Searches.
   *
   * @param rounds how many policies are tried
   * @param told each policy that is better than all before, with its score
   * @return the best
   */
  public CoverPolicy search(CoverPolicy start, int rounds, Consumer<String> told) {
    Chance chance = Chance.of(terms.seed(), "search");
    CoverPolicy best = start;
    double least = score(start);
    for (int round = 0; round < rounds; round++) {
      double spread =
          SPREAD_FIRST + (SPREAD_LAST - SPREAD_FIRST) * round / StrictMath.max(1, rounds - 1);
      double[] knobs = PolicyKnobs.of(best);
      for (int change = chance.whole(1, CHANGED_MAX); change > 0; change--) {
        int which = chance.whole(0, knobs.length - 1);
        knobs[which] *= StrictMath.exp(spread * chance.normal());
      }
      CoverPolicy tried = PolicyKnobs.set(best, knobs);
      double score = score(tried);
      if (score < least) {
        least = score;
        best = tried;
        told.accept("round %d, score %.4f: %s".formatted(round, score, best));
      }
    }
    return best;
  }

  /** Lower is better: the late share as a share of the closest unit's, and what the mean costs. */
  double score(CoverPolicy policy) {
    double late = 0;
    double lateClosest = 0;
    double mean = 0;
    double meanClosest = 0;
    double over20 = 0;
    double over20Closest = 0;
    for (Case each : cases) {
      CoverDesk desk = new CoverDesk(ground, each.bases().size(), policy);
      RunFigures figures = run(each.bases(), each.calls(), desk);
      late += figures.latePercent();
      lateClosest += each.closest().latePercent();
      mean += figures.meanMinutes();
      meanClosest += each.closest().meanMinutes();
      over20 += figures.lateOver20Percent();
      over20Closest += each.closest().lateOver20Percent();
    }
    double meanRatio = mean / meanClosest;
    return late / lateClosest
        + MEAN_PRICE * StrictMath.max(0, meanRatio - terms.meanRatioMax())
        + SMALL_PRICE * (meanRatio + over20 / over20Closest);
  }
}
