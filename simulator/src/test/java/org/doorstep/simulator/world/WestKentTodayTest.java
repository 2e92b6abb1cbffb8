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

  private record Published(String what, double ours, double theirs, String unit) {
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
    List<Published> rows = rows(figures, days);
    System.out.println(report(days, rows));

    for (Published row : rows) {
      if (row.unit().equals("%")) {
        assertThat(row.ours()).as(row.what()).isCloseTo(row.theirs(), within(year ? 1.0 : 2.0));
      }
    }
    assertThat(figures.mean(Category.C1)).isCloseTo(8.40, Percentage.withPercentage(year ? 5 : 10));
    assertThat(figures.mean(Category.C2))
        .isCloseTo(28.83, Percentage.withPercentage(year ? 5 : 20));
    assertThat(figures.mean(Category.C3))
        .isCloseTo(135.9, Percentage.withPercentage(year ? 15 : 40));
    assertThat(figures.mean(Category.C4))
        .isCloseTo(149.1, Percentage.withPercentage(year ? 15 : 50));
    assertThat(figures.meanHandover()).isCloseTo(19.42, Percentage.withPercentage(5));
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

  private static List<Published> rows(Figures ours, int days) {
    return List.of(
        new Published("incidents in a year", ours.counted("incidents") * 365.0 / days, 75_000, ""),
        new Published("C1 share", ours.percent("category C1"), 7.86, "%"),
        new Published("C2 share", ours.percent("category C2"), 52.53, "%"),
        new Published("C3 share", ours.percent("category C3"), 20.32, "%"),
        new Published("C4 share", ours.percent("category C4"), 0.91, "%"),
        new Published("hear and treat", ours.percent("hear and treat"), 14.42, "%"),
        new Published("see and treat", ours.percent("see and treat"), 30.57, "%"),
        new Published(
            "to an emergency department", ours.percent("emergency department"), 52.97, "%"),
        new Published("elsewhere", ours.percent("elsewhere"), 2.05, "%"),
        new Published("C1 mean response", ours.mean(Category.C1), 8.40, "min"),
        new Published("C2 mean response", ours.mean(Category.C2), 28.83, "min"),
        new Published("C3 mean response", ours.mean(Category.C3), 135.9, "min"),
        new Published("C4 mean response", ours.mean(Category.C4), 149.1, "min"),
        new Published("C1 90th (theirs: mean of months)", ours.ninetieth(Category.C1), 15.5, "min"),
        new Published("C2 90th (theirs: mean of months)", ours.ninetieth(Category.C2), 58.8, "min"),
        new Published(
            "C3 90th (theirs: mean of months)", ours.ninetieth(Category.C3), 309.0, "min"),
        new Published(
            "C4 90th (theirs: mean of months)", ours.ninetieth(Category.C4), 318.1, "min"),
        new Published("handover mean", ours.meanHandover(), 19.42, "min"));
  }

  private static String report(int days, List<Published> rows) {
    StringBuilder words =
        new StringBuilder(
            "West Kent today, %d days, beside South East Coast 2024/25%n".formatted(days));
    words.append("                                         ours  published\n");
    rows.forEach(row -> words.append(row.line()).append('\n'));
    return words.toString();
  }
}
