package org.doorstep.dispatch.policy.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.doorstep.dispatch.policy.assignment.AssignmentSolver.FREE;
import static org.doorstep.dispatch.policy.assignment.AssignmentSolver.WAITS;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.doorstep.dispatch.Seeds;
import org.junit.jupiter.api.Test;

/** FEATURE: units go to waiting incidents at the least cost of all, and the prices say why. */
class AssignmentSolverTest {
  private static final double EXACT = 1e-9;

  private final AssignmentCosts costs = new AssignmentCosts();
  private final AssignmentSolver solver = new AssignmentSolver();

  @Test
  void solve_nearestUnitIsWantedByTwo_givesItToTheOneThatLosesMoreWithoutIt() {
    table(100, new double[] {1, 2}, new double[] {2, 9});

    assertThat(solved()).containsExactly(1, 0);
    assertThat(solver.totalCost()).isEqualTo(4);
    assertThat(solver.rowOf(0)).isEqualTo(1);
  }

  @Test
  void solve_waitingIsCheaper_letsTheIncidentWait() {
    table(5, new double[] {6}, new double[] {4});

    assertThat(solved()).containsExactly(WAITS, 0);
    assertThat(solver.totalCost()).isEqualTo(9);
  }

  @Test
  void solve_waitingCostsTheSame_sends() {
    table(5, new double[] {5});

    assertThat(solved()).containsExactly(0);
  }

  @Test
  void solve_everyPairForbidden_letsAllWait() {
    costs.reset(2, 3);
    costs.setWait(0, 7);
    costs.setWait(1, -2);

    assertThat(solved()).containsExactly(WAITS, WAITS);
    assertThat(solver.totalCost()).isEqualTo(5);
    assertThat(solver.rowOf(2)).isEqualTo(FREE);
    assertThat(solver.forcedPrice(0, 1)).isInfinite();
  }

  @Test
  void solve_moreIncidentsThanUnits_letsTheCheapestWait() {
    table(50, new double[] {10}, new double[] {1}, new double[] {30});

    assertThat(solved()).containsExactly(WAITS, 0, WAITS);
  }

  @Test
  void solve_noIncidents_costsNothing() {
    costs.reset(0, 4);

    assertThat(solved()).isEmpty();
    assertThat(solver.totalCost()).isZero();
    assertThat(solver.rowOf(3)).isEqualTo(FREE);
  }

  @Test
  void solve_noUnits_letsAllWait() {
    costs.reset(2, 0);
    costs.setWait(0, 1);
    costs.setWait(1, 2);

    assertThat(solved()).containsExactly(WAITS, WAITS);
    assertThat(solver.forcedWaitPrice(0)).isZero();
  }

  @Test
  void solve_allCostTheSame_goesByTheLowerRowThenTheLowerColumn() {
    table(9, new double[] {3, 3, 3}, new double[] {3, 3, 3});

    assertThat(solved()).containsExactly(0, 1);
  }

  @Test
  void solve_twoUnitsAtOneBase_sendsTheLower() {
    table(90, new double[] {8, 0.1 + 0.2, 0.3, 8}, new double[] {9, 9, 9, 7});

    assertThat(solved()).containsExactly(1, 3);
  }

  @Test
  void solve_smallRandomTables_givesTheFirstInOrderOfAllCheapest() {
    Seeds.each(
        4_000,
        seed -> {
          AssignmentCosts table = RandomCosts.whole(new Random(seed), 5, 6);
          solver.solve(table);

          assertThat(columns(table)).isEqualTo(BruteForce.columns(table));
        });
  }

  @Test
  void solve_fewUnitsForMany_givesTheFirstInOrderOfAllCheapest() {
    Seeds.each(
        1_000,
        seed -> {
          AssignmentCosts table = RandomCosts.whole(new Random(seed), 7, 3);
          solver.solve(table);

          assertThat(columns(table)).isEqualTo(BruteForce.columns(table));
        });
  }

  @Test
  void solve_largerRandomTables_costsWhatAnotherSolverFinds() {
    Seeds.each(
        60,
        seed -> {
          Random random = new Random(seed);
          AssignmentCosts table =
              RandomCosts.fractions(random, 1 + random.nextInt(40), 1 + random.nextInt(60));
          solver.solve(table);

          assertThat(solver.totalCost()).isCloseTo(KuhnMunkres.cost(table), within(1e-6));
        });
  }

  @Test
  void prices_anyTable_areFeasibleAndTightWhereChosen() {
    Seeds.each(
        1_000,
        seed -> {
          Random random = new Random(seed);
          AssignmentCosts table =
              random.nextBoolean()
                  ? RandomCosts.whole(random, 12, 12)
                  : RandomCosts.fractions(random, random.nextInt(30), random.nextInt(30));
          solver.solve(table);

          checkPrices(table);
        });
  }

  @Test
  void prices_anyTable_addUpToTheTotal() {
    Seeds.each(
        300,
        seed -> {
          AssignmentCosts table = RandomCosts.fractions(new Random(seed), 20, 25);
          solver.solve(table);
          double sum = 0;
          for (int row = 0; row < table.rows(); row++) {
            sum += solver.rowPrice(row);
          }
          for (int column = 0; column < table.columns(); column++) {
            sum += solver.columnPrice(column);
          }

          assertThat(sum).isCloseTo(solver.totalCost(), within(1e-8));
        });
  }

  @Test
  void forcedPrice_anyPair_isWhatSolvingAnewWithItCostsMore() {
    Seeds.each(
        400,
        seed -> {
          Random random = new Random(seed);
          AssignmentCosts table =
              seed % 2 == 0
                  ? RandomCosts.whole(random, 6, 6)
                  : RandomCosts.fractions(random, random.nextInt(9), random.nextInt(12));
          solver.solve(table);

          for (int row = 0; row < table.rows(); row++) {
            checkForced(table, row);
          }
        });
  }

  @Test
  void forcedPrice_pairAndWaitingThatAreChosen_isZero() {
    table(5, new double[] {6}, new double[] {4});
    solver.solve(costs);

    assertThat(solver.forcedPrice(1, 0)).isZero();
    assertThat(solver.forcedWaitPrice(0)).isZero();
    assertThat(solver.forcedPrice(0, 0)).isEqualTo(2);
    assertThat(solver.forcedWaitPrice(1)).isEqualTo(1);
  }

  @Test
  void solve_sameTableTwice_givesTheSameAnswerAndPricesToTheBit() {
    Seeds.each(
        100,
        seed -> {
          AssignmentCosts table = RandomCosts.fractions(new Random(seed), 20, 30);
          solver.solve(table);
          List<Number> first = everything(table);
          solver.solve(RandomCosts.fractions(new Random(-seed), 25, 10));
          solver.solve(table);

          assertThat(everything(table)).isEqualTo(first);
          AssignmentSolver fresh = new AssignmentSolver();
          fresh.solve(table);
          assertThat(fresh.totalCost()).isEqualTo(solver.totalCost());
        });
  }

  @Test
  void solve_rowWithoutCostOfWaiting_isRefusedByName() {
    costs.reset(2, 1);
    costs.setWait(0, 1);

    assertThatThrownBy(() -> solver.solve(costs))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The cost of waiting of row (1) must be set before the table is solved.");
  }

  @Test
  void columnOf_tableChangedSince_isRefused() {
    table(5, new double[] {1});
    solver.solve(costs);
    costs.set(0, 0, 9);

    assertThatThrownBy(() -> solver.columnOf(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has changed since it was solved");
  }

  @Test
  void columnOf_noSuchRow_isRefusedByName() {
    table(5, new double[] {1});
    solver.solve(costs);

    assertThatThrownBy(() -> solver.columnOf(1))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("The row (1) must be one of the 1 of the table.");
  }

  private void checkPrices(AssignmentCosts table) {
    for (int row = 0; row < table.rows(); row++) {
      int chosen = solver.columnOf(row);
      assertThat(solver.reducedWaitCost(row)).isGreaterThanOrEqualTo(-EXACT);
      double tight =
          chosen == WAITS ? solver.reducedWaitCost(row) : solver.reducedCost(row, chosen);
      assertThat(tight).isCloseTo(0, within(EXACT));
      for (int column = 0; column < table.columns(); column++) {
        assertThat(solver.reducedCost(row, column)).isGreaterThanOrEqualTo(-EXACT);
        assertThat(solver.forcedPrice(row, column))
            .isGreaterThanOrEqualTo(solver.reducedCost(row, column) - EXACT);
      }
    }
    for (int column = 0; column < table.columns(); column++) {
      assertThat(solver.columnPrice(column)).isLessThanOrEqualTo(EXACT);
      if (solver.rowOf(column) == FREE) {
        assertThat(solver.columnPrice(column)).isCloseTo(0, within(EXACT));
      } else {
        assertThat(solver.columnOf(solver.rowOf(column))).isEqualTo(column);
      }
    }
  }

  private void checkForced(AssignmentCosts table, int row) {
    AssignmentSolver anew = new AssignmentSolver();
    for (int column = WAITS; column < table.columns(); column++) {
      double price =
          column == WAITS ? solver.forcedWaitPrice(row) : solver.forcedPrice(row, column);
      if (column != WAITS && table.cost(row, column) == AssignmentCosts.FORBIDDEN) {
        assertThat(price).isInfinite();
        continue;
      }
      anew.solve(RandomCosts.fixed(table, row, column));
      assertThat(anew.columnOf(row)).isEqualTo(column);
      assertThat(price).isCloseTo(anew.totalCost() - solver.totalCost(), within(EXACT));
    }
  }

  private List<Number> everything(AssignmentCosts table) {
    List<Number> all = new ArrayList<>(columns(table));
    all.add(solver.totalCost());
    for (int row = 0; row < table.rows(); row++) {
      all.add(solver.rowPrice(row));
      all.add(solver.forcedWaitPrice(row));
    }
    for (int column = 0; column < table.columns(); column++) {
      all.add(solver.columnPrice(column));
      all.add(solver.forcedPrice(0, column));
    }
    return all;
  }

  private void table(double wait, double[]... rows) {
    costs.reset(rows.length, rows[0].length);
    for (int row = 0; row < rows.length; row++) {
      costs.setWait(row, wait);
      for (int column = 0; column < rows[row].length; column++) {
        costs.set(row, column, rows[row][column]);
      }
    }
  }

  private List<Integer> solved() {
    solver.solve(costs);
    return columns(costs);
  }

  private List<Integer> columns(AssignmentCosts table) {
    List<Integer> columns = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      columns.add(solver.columnOf(row));
    }
    return columns;
  }
}
