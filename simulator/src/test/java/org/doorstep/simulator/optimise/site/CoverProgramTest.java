package org.doorstep.simulator.optimise.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.optimise.site.CoverProblem.Terms;
import org.doorstep.simulator.optimise.site.CoverProgram.Placed;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: the programs of cover (MCLP and MEXCLP) find the very best placing; on small problems it
 * is the best of all that there are, one by one.
 */
class CoverProgramTest {
  private static final int STEPS = 20_000;
  private static final int PROBLEMS = 150;

  @Test
  void solve_randomSmallProblems_isTheBestOfAllPlacings() {
    for (int seed = 1; seed <= PROBLEMS; seed++) {
      CoverProblem problem = random(seed);
      Placed placed = new CoverProgram(problem, STEPS).solve();

      assertThat(placed.proven()).as("seed %d", seed).isTrue();
      assertThat(placed.covered())
          .as("seed %d", seed)
          .isCloseTo(problem.value(placed.unitsAt()), within(1e-9))
          .isCloseTo(best(problem), within(CoverProgram.LEFT_OUT_MAX * problem.demand()));
      assertThat(isAllowed(problem, placed.unitsAt())).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void greedy_randomSmallProblems_isNeverBetterThanTheProgram() {
    int asGood = 0;
    for (int seed = 1; seed <= PROBLEMS; seed++) {
      CoverProblem problem = random(seed);
      List<Integer> greedy = new GreedyCover(problem).place();
      double best = new CoverProgram(problem, STEPS).solve().covered();

      assertThat(isAllowed(problem, greedy)).as("seed %d", seed).isTrue();
      assertThat(problem.value(greedy)).as("seed %d", seed).isLessThanOrEqualTo(best + 1e-9);
      asGood += problem.value(greedy) > best - 1e-9 ? 1 : 0;
    }
    assertThat(asGood).isGreaterThan(PROBLEMS / 2).isLessThan(PROBLEMS);
  }

  @Test
  void solve_sameProblemTwice_givesTheSamePlacing() {
    for (int seed = 1; seed <= 20; seed++) {
      assertThat(new CoverProgram(random(seed), STEPS).solve())
          .isEqualTo(new CoverProgram(random(seed), STEPS).solve());
    }
  }

  @Test
  void solve_unitsThatAreNeverBusy_countsOneInReachOnly() {
    List<List<Boolean>> reaches =
        List.of(List.of(true, false), List.of(true, false), List.of(false, true));
    CoverProblem problem = new CoverProblem(List.of(3.0, 1.0), reaches, Terms.anywhere(2, 0, 2));

    Placed placed = new CoverProgram(problem, STEPS).solve();

    assertThat(placed.covered()).isEqualTo(4);
    assertThat(placed.unitsAt().get(2)).isEqualTo(1);
  }

  @Test
  void solve_busyUnitsInTown_putsTheSecondBesideTheFirst() {
    List<List<Boolean>> reaches = List.of(List.of(true, false), List.of(false, true));
    CoverProblem problem = new CoverProblem(List.of(9.0, 1.0), reaches, Terms.anywhere(2, 0.5, 2));

    assertThat(new CoverProgram(problem, STEPS).solve().unitsAt()).containsExactly(2, 0);
  }

  @Test
  void problem_moreUnitsThanRoom_isRefused() {
    assertThatThrownBy(
            () -> new CoverProblem(List.of(1.0), List.of(List.of(true)), Terms.anywhere(3, 0.2, 2)))
        .hasMessage(
            "The sites that may be used (1) must have room for 3 units; each has room for 2.");
  }

  private static CoverProblem random(int seed) {
    Chance chance = Chance.of(seed, "cover");
    int sites = chance.whole(2, 6);
    int zones = chance.whole(1, 12);
    int kept = chance.whole(0, sites);
    int fresh = chance.whole(kept == 0 ? 1 : 0, sites);
    int room = chance.whole(1, 3);
    int usable = kept + Math.min(fresh, sites - kept);
    int units = chance.whole(1, Math.min(4, room * usable));
    List<Double> weights = new ArrayList<>();
    for (int zone = 0; zone < zones; zone++) {
      weights.add(chance.happens(0.1) ? 0.0 : chance.between(0, 10));
    }
    List<List<Boolean>> reaches = new ArrayList<>();
    for (int site = 0; site < sites; site++) {
      List<Boolean> row = new ArrayList<>();
      weights.forEach(weight -> row.add(chance.happens(0.4)));
      reaches.add(row);
    }
    double busy = chance.happens(0.3) ? 0 : chance.between(0.05, 0.9);
    return new CoverProblem(weights, reaches, new Terms(units, busy, room, kept, fresh));
  }

  /** The slow twin: every placing that the terms allow. */
  private static double best(CoverProblem problem) {
    return best(problem, problem.nowhere(), 0, problem.terms().units());
  }

  private static double best(CoverProblem problem, List<Integer> unitsAt, int site, int left) {
    if (site == problem.sites()) {
      boolean counts = left == 0 && isAllowed(problem, unitsAt);
      return counts ? problem.value(unitsAt) : Double.NEGATIVE_INFINITY;
    }
    double best = Double.NEGATIVE_INFINITY;
    for (int units = 0; units <= Math.min(left, problem.terms().roomAtSite()); units++) {
      unitsAt.set(site, units);
      best = Math.max(best, best(problem, unitsAt, site + 1, left - units));
    }
    unitsAt.set(site, 0);
    return best;
  }

  private static boolean isAllowed(CoverProblem problem, List<Integer> unitsAt) {
    int all = 0;
    int fresh = 0;
    for (int site = 0; site < unitsAt.size(); site++) {
      int units = unitsAt.get(site);
      if (units < 0 || units > problem.terms().roomAtSite()) {
        return false;
      }
      all += units;
      fresh += site >= problem.terms().keptSites() && units > 0 ? 1 : 0;
    }
    return all == problem.terms().units() && fresh <= problem.terms().newSitesMax();
  }
}
