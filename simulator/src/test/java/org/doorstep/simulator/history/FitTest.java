package org.doorstep.simulator.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.doorstep.dispatch.model.Category;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.file.Source;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.study.ScenarioSource;
import org.junit.jupiter.api.Test;

/** FEATURE: demand that was put into a record comes out of the fit, and the fit foretells. */
class FitTest {
  private static final long SEED = 20_261_126;
  private static final LocalDate FROM = LocalDate.of(2025, 1, 6);
  private static final double PER_DAY = 200;

  /** Calls of a Poisson process: twice as many by day, half on Sundays, two places, three kinds. */
  private static List<PastCall> calls(int days) {
    Chance chance = Chance.of(SEED, "history");
    List<PastCall> calls = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      LocalDate date = FROM.plusDays(day);
      double weekday = date.getDayOfWeek().getValue() == 7 ? 0.5 : 13.0 / 12;
      for (int hour = 0; hour < 24; hour++) {
        double mean = PER_DAY / 24 * weekday * (hour >= 8 && hour < 20 ? 4.0 / 3 : 2.0 / 3);
        double at = chance.exponential(1);
        while (at < mean) {
          calls.add(call(date.atTime(hour, (int) (60 * at / mean)), chance));
          at += chance.exponential(1);
        }
      }
    }
    return calls;
  }

  private static PastCall call(LocalDateTime at, Chance chance) {
    double kind = chance.share();
    Category category = kind < 0.1 ? Category.C1 : kind < 0.7 ? Category.C2 : Category.C3;
    boolean town = chance.happens(0.8);
    return new PastCall(at, category, town ? 51.272 : 51.047, town ? 0.524 : 0.511);
  }

  @Test
  void fit_ofARecord_findsItsRatesMixAndPlaces() {
    Fit fit = Fit.of(calls(182), FROM, FROM.plusDays(182));

    assertThat(fit.perDay()).as("seed " + SEED).isCloseTo(PER_DAY, Percentage.withPercentage(2));
    assertThat(fit.hours().get(12) / fit.hours().get(3)).isCloseTo(2, Offset.offset(0.25));
    assertThat(fit.weekdays().get(6) / fit.weekdays().get(2)).isCloseTo(0.46, Offset.offset(0.04));
    assertThat(fit.categories().get(Category.C2)).isCloseTo(0.6, Offset.offset(0.01));
    assertThat(fit.months().get(10)).as("no November in the record").isEqualTo(1);
    assertThat(fit.squares()).hasSize(2);
    assertThat(fit.squares().get(1).calls() / (double) calls(182).size())
        .isCloseTo(0.8, Offset.offset(0.01));
  }

  @Test
  void backTest_onDaysItHasNotSeen_beatsBothYardsticks() {
    BackTest test = BackTest.of(calls(126), FROM, FROM.plusDays(126), 28);

    assertThat(test.expected()).isCloseTo(test.calls(), Percentage.withPercentage(5));
    assertThat(test.daysWithin()).as("seed " + SEED).isGreaterThanOrEqualTo(24);
    assertThat(test.hourError()).isLessThan(test.evenError()).isLessThan(test.weekBeforeError());
    assertThat(test.categoryPoints()).isLessThan(2);
    assertThat(test.lines().get(0)).startsWith("back-test on the last 28 days: ");
  }

  @Test
  void scenario_ofAFit_canBeRead_andCallsFromWhereCallsCame() {
    Scenario base = ScenarioSource.find("west-kent-today").read();
    Fit fit = Fit.of(calls(91), FROM, FROM.plusDays(91));

    Scenario fitted =
        new ScenarioSource(
                "recorded",
                new Source("recorded", FittedScenario.text("west-kent-today", base, fit)))
            .read();

    assertThat(fitted.demand().incidentsPerYear())
        .isCloseTo(365 * fit.perDay(), Percentage.withPercentage(0.1));
    assertThat(fitted.demand().places().recorded().orElseThrow()).hasSize(2);
    assertThat(fitted.fleet()).isEqualTo(base.fleet());
  }

  @Test
  void fit_ofTooLittle_isRefused() {
    List<PastCall> week = calls(7);

    assertThatThrownBy(() -> Fit.of(week, FROM, FROM.plusDays(6)))
        .hasMessageContaining("must be of 7 days or more");
    assertThatThrownBy(() -> BackTest.of(week, FROM, FROM.plusDays(7), 1))
        .hasMessage(
            "The days held back (1) must be 1 or more and leave a week of the 7 of the record.");
  }
}
