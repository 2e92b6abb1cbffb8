package org.doorstep.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.doorstep.dispatch.model.Category;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.scenario.Span;
import org.doorstep.simulator.world.road.Roads;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: West Kent today, beside what South East Coast has published for April 2024 to March 2025
 * (AmbSYS: sums of twelve months).
 *
 * <p>As a rule four weeks of spring are run and held to wide bounds, because queues scatter; {@code
 * -Dbase.days=365} runs the year and holds it to the bounds that it was calibrated to.
 */
class WestKentTodayTest {
  private static final int YEAR_DAYS = 365;
  private static final long SEED = 1;

  private record Row(String what, double ours, double theirs, String unit) {
    String line() {
      return String.format(
          Locale.ROOT,
          "  %-34s %8.2f  %8.2f %-4s %+7.1f %%",
          what,
          ours,
          theirs,
          unit,
          100 * (ours / theirs - 1));
    }
  }

  @Test
  void figures_besidePublished_areAsNearAsTheyWereCalibrated() {
    Scenario whole = Town.westKent();
    int days = Integer.getInteger("base.days", 28);
    Span span = whole.span();
    Scenario scenario =
        whole.over(
            new Span(span.start(), span.zone(), span.warmUpDays(), days, span.sweepSeconds()));
    Figures figures = run(scenario);
    boolean year = days == YEAR_DAYS;
    List<Row> rows = rows(figures, days);
    System.out.println(report(days, rows));

    for (Row row : rows) {
      if (row.unit().equals("%")) {
        assertThat(row.ours()).as(row.what()).isCloseTo(row.theirs(), within(year ? 1.0 : 2.0));
      }
    }
    assertThat(figures.mean(Category.C1))
        .isCloseTo(Published.C1_MINUTES, Percentage.withPercentage(year ? 5 : 10));
    assertThat(figures.mean(Category.C2))
        .isCloseTo(Published.C2_MINUTES, Percentage.withPercentage(year ? 5 : 20));
    assertThat(figures.mean(Category.C3))
        .isCloseTo(Published.C3_MINUTES, Percentage.withPercentage(year ? 15 : 40));
    assertThat(figures.mean(Category.C4))
        .isCloseTo(Published.C4_MINUTES, Percentage.withPercentage(year ? 15 : 50));
    assertThat(figures.meanHandover())
        .isCloseTo(Published.HANDOVER_MINUTES, Percentage.withPercentage(5));
  }

  private static Offset<Double> within(double points) {
    return Offset.offset(points);
  }

  private static Figures run(Scenario scenario) {
    Roads roads = Roads.prepare(scenario, WestKentRoads.network(), progress -> {});
    Figures figures =
        new Figures(scenario.span().startsAt().plusMillis(scenario.span().measuredFromMillis()));
    World world = new World(scenario, roads, SEED, List.of(figures));
    world.run();
    assertThat(world.area().board().listPatients().size()).isLessThan(1_000);
    return figures;
  }

  private static List<Row> rows(Figures ours, int days) {
    return List.of(
        new Row("incidents in a year", ours.counted("incidents") * 365.0 / days, 75_000, ""),
        new Row("C1 share", ours.percent("category C1"), Published.C1_PERCENT, "%"),
        new Row("C2 share", ours.percent("category C2"), Published.C2_PERCENT, "%"),
        new Row("C3 share", ours.percent("category C3"), Published.C3_PERCENT, "%"),
        new Row("C4 share", ours.percent("category C4"), Published.C4_PERCENT, "%"),
        new Row(
            "hear and treat",
            ours.percent("hear and treat"),
            Published.HEAR_AND_TREAT_PERCENT,
            "%"),
        new Row(
            "see and treat", ours.percent("see and treat"), Published.SEE_AND_TREAT_PERCENT, "%"),
        new Row(
            "to an emergency department",
            ours.percent("emergency department"),
            Published.EMERGENCY_DEPARTMENT_PERCENT,
            "%"),
        new Row("elsewhere", ours.percent("elsewhere"), Published.ELSEWHERE_PERCENT, "%"),
        new Row("C1 mean response", ours.mean(Category.C1), Published.C1_MINUTES, "min"),
        new Row("C2 mean response", ours.mean(Category.C2), Published.C2_MINUTES, "min"),
        new Row("C3 mean response", ours.mean(Category.C3), Published.C3_MINUTES, "min"),
        new Row("C4 mean response", ours.mean(Category.C4), Published.C4_MINUTES, "min"),
        new Row("C1 90th (theirs: mean of months)", ours.ninetieth(Category.C1), 15.5, "min"),
        new Row("C2 90th (theirs: mean of months)", ours.ninetieth(Category.C2), 58.8, "min"),
        new Row("C3 90th (theirs: mean of months)", ours.ninetieth(Category.C3), 309.0, "min"),
        new Row("C4 90th (theirs: mean of months)", ours.ninetieth(Category.C4), 318.1, "min"),
        new Row("handover mean", ours.meanHandover(), Published.HANDOVER_MINUTES, "min"));
  }

  private static String report(int days, List<Row> rows) {
    StringBuilder words =
        new StringBuilder(
            "West Kent today, %d days, beside South East Coast 2024/25%n".formatted(days));
    words.append("                                         ours  published\n");
    rows.forEach(row -> words.append(row.line()).append('\n'));
    return words.toString();
  }
}
