package org.doorstep.dispatch.policy.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.Seeds;
import org.doorstep.dispatch.golden.AutomaticTown;
import org.doorstep.dispatch.model.Advice;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.OtherDrives;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.model.Verdict;
import org.doorstep.dispatch.policy.urgency.DispatchRules;
import org.doorstep.dispatch.policy.urgency.Urgency;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: what is said of the whole agrees with trying all ways to send units, on areas that are
 * small enough for it: prices, and that nobody waits while a free unit has nothing better to do.
 */
class PricesBruteForceTest {
  private static final AreaModel MODEL = AutomaticTown.model();
  private static final DispatchRules RULES = DispatchRules.ENGINEERING_DEFAULTS;
  private static final int SEEDS = 200;
  private static final int ROWS_MAX = 5;
  private static final int ASKED = 0;
  private static final int ANY = -2;

  @Test
  void prices_ofEveryUnitAndOfWaiting_areThoseOfAllWaysTried() {
    int[] compared = new int[1];
    Seeds.each(
        SEEDS,
        seed -> {
          Question question = small(new RandomQuestion(MODEL, seed).next());
          Table table = new Table(question);
          double best = table.least(ASKED, 0, ANY);
          for (int column = 0; column < table.units.size(); column++) {
            if (table.costs.isPossible(ASKED, column)) {
              double forced = table.least(ASKED, 0, column) - best;
              assertThat(table.costs.price(ASKED, column))
                  .as("price of %s", table.units.unit(column).id())
                  .isCloseTo(forced, within(1e-4));
              compared[0]++;
            }
          }
          assertThat(table.costs.waitPrice(ASKED))
              .isCloseTo(table.least(ASKED, 0, CostTable.WAITS) - best, within(1e-4));
        });
    assertThat(compared[0]).isGreaterThan(SEEDS);
  }

  @Test
  void hold_onlyWhereEveryAbleFreeUnitIsNeededElsewhere() {
    int[] seen = new int[3];
    Seeds.each(
        2 * SEEDS,
        seed -> {
          Question question = small(new RandomQuestion(MODEL, seed).next());
          if (question.asked().unmet().isEmpty()) {
            return;
          }
          Verdict verdict =
              new DispatchPolicy(MODEL)
                  .recommend(question)
                  .advice()
                  .map(Advice::verdict)
                  .orElseThrow();
          Matching matching = new Matching(question);
          int others = matching.most(false);
          int all = matching.most(true);
          if (all > others) {
            assertThat(verdict).as("one more could be served").isEqualTo(Verdict.SEND);
          }
          seen[all > others ? 0 : 1]++;
          seen[2] += verdict == Verdict.HOLD ? 1 : 0;
        });
    assertThat(seen).as("can be served, cannot, held").doesNotContain(0);
  }

  /** The question with the first few of the other incidents only. */
  private static Question small(Question question) {
    Situation now = question.situation();
    List<OtherDrives> few =
        now.picture().others().subList(0, Math.min(ROWS_MAX - 1, now.picture().others().size()));
    List<IncidentId> kept = few.stream().map(OtherDrives::incident).toList();
    return new Question(
        new Situation(
            now.units(),
            now.calls().stream().filter(each -> kept.contains(each.incident().id())).toList(),
            new AreaPicture(now.picture().zone(), now.picture().places(), few),
            now.now()),
        question.asked(),
        question.quotes());
  }

  /** The table of a question, cover and remoteness left aside, and all ways through it. */
  private static final class Table {
    private final Columns units = new Columns();
    private final Rows rows = new Rows();
    private final CostTable costs = new CostTable(RULES);
    private final double[] waits;

    Table(Question question) {
      Situation now = question.situation();
      Urgency urgency = Urgency.of(RULES.urgency());
      units.fill(now.units(), now.now());
      rows.clear(units.size());
      Rows.Drives asked = new Rows.Drives(question.quotes(), 0);
      rows.addLacking(question.asked(), asked, urgency, units, now.now());
      for (OtherDrives other : now.picture().others()) {
        OpenCall call = now.find(other.incident()).orElseThrow();
        Rows.Drives drives = new Rows.Drives(other.quotes(), 0);
        if (call.unmet().isEmpty()) {
          rows.addUnderWay(call, drives, urgency, units, now.now());
        } else {
          rows.addLacking(call, drives, urgency, units, now.now());
        }
      }
      costs.solve(rows, units);
      waits = new double[rows.size()];
      for (int row = 0; row < waits.length; row++) {
        waits[row] = costs.waitCost(row);
      }
    }

    /** The least cost of the rows from one on; {@code forced} says what the asked one must have. */
    double least(int row, int taken, int forced) {
      if (row == rows.size()) {
        return 0;
      }
      boolean bound = row == ASKED && forced != ANY;
      double best =
          bound && forced != CostTable.WAITS
              ? Double.POSITIVE_INFINITY
              : waits[row] + least(row + 1, taken, forced);
      for (int column = 0; column < units.size(); column++) {
        boolean free = (taken & (1 << column)) == 0 && costs.isPossible(row, column);
        if (free && (!bound || forced == column)) {
          best =
              Math.min(
                  best, costs.cost(row, column) + least(row + 1, taken | (1 << column), forced));
        }
      }
      return best;
    }
  }

  /** How many incidents that lack a unit can get a free one; knows nothing of costs. */
  private record Matching(Question question) {
    int most(boolean withAsked) {
      int served = 0;
      int asked = most(0, 0);
      if (withAsked) {
        for (int unit = 0; unit < question.situation().units().size(); unit++) {
          if (serves(unit, question.quotes(), question.asked().needsNext())) {
            served = Math.max(served, 1 + most(0, 1 << unit));
          }
        }
      }
      return Math.max(asked, served);
    }

    private int most(int other, int taken) {
      List<OtherDrives> others = question.situation().picture().others();
      if (other == others.size()) {
        return 0;
      }
      int best = most(other + 1, taken);
      Optional<OpenCall> call =
          question
              .situation()
              .find(others.get(other).incident())
              .filter(each -> !each.unmet().isEmpty());
      for (int unit = 0; call.isPresent() && unit < question.situation().units().size(); unit++) {
        if ((taken & (1 << unit)) == 0
            && serves(unit, others.get(other).quotes(), call.get().needsNext())) {
          best = Math.max(best, 1 + most(other + 1, taken | (1 << unit)));
        }
      }
      return best;
    }

    private boolean serves(int index, List<TravelQuote> quotes, Capabilities needs) {
      ClinicalUnit unit = question.situation().units().get(index);
      return unit.isAssignable()
          && unit.shift().capabilities().meet(needs)
          && quotes.stream().anyMatch(each -> each.unit().equals(unit.id()));
    }
  }
}
