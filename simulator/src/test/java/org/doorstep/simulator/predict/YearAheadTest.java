package org.doorstep.simulator.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.doorstep.dispatch.model.Category;
import org.doorstep.simulator.SharedData;
import org.doorstep.simulator.file.Source;
import org.doorstep.simulator.measure.AmbsysTable;
import org.doorstep.simulator.measure.Figures;
import org.doorstep.simulator.measure.Measure;
import org.doorstep.simulator.scenario.CategoryShare;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.study.ScenarioSource;
import org.junit.jupiter.api.Test;

/** FEATURE: a year is predicted of another by its volume, mix and handover alone. */
class YearAheadTest {
  private static final String BASE = "west-kent-today";
  private static final YearMonth BEFORE = YearMonth.of(2024, 4);
  private static final YearMonth AHEAD = YearMonth.of(2025, 4);

  private static AmbsysTable table() {
    return AmbsysTable.read(SharedData.at("ambsys", "AmbSYS-to-Mar-2026.csv"));
  }

  private static Scenario ahead(YearAhead carried) {
    Scenario base = ScenarioSource.find(BASE).read();
    return new ScenarioSource("ahead", new Source("ahead", carried.text(BASE, base))).read();
  }

  private static double percent(Scenario scenario, Category category) {
    return scenario.demand().categories().stream()
        .filter(each -> each.category() == category)
        .mapToDouble(CategoryShare::percent)
        .sum();
  }

  @Test
  void text_ofTheYearAhead_carriesVolumeMixAndHandover() {
    YearAhead carried = YearAhead.read(table(), "RYD", BEFORE, AHEAD);
    Scenario base = ScenarioSource.find(BASE).read();

    Scenario ahead = ahead(carried);

    assertThat(ahead.demand().incidentsPerYear() / base.demand().incidentsPerYear())
        .isCloseTo(807_667.0 / 778_417, Offset.offset(1e-4));
    assertThat(percent(ahead, Category.C5) / percent(base, Category.C5))
        .as("treated by telephone: 15.90 % after 14.42 %")
        .isCloseTo(15.90 / 14.42, Offset.offset(1e-3));
    assertThat(ahead.work().hospitals().handoverFactor().orElseThrow())
        .as("18.42 minutes after 19.42")
        .isCloseTo(18.42 / 19.42, Offset.offset(1e-3));
    assertThat(ahead.fleet()).isEqualTo(base.fleet());
    assertThat(ahead.desk()).isEqualTo(base.desk());
    assertThat(ahead.work().care()).isEqualTo(base.work().care());
  }

  @Test
  void known_ofAYear_holdsNoResponseOutcomeOrUnit() {
    EnumMap<Measure, Double> all = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      all.put(measure, 1.0);
    }

    Map<Measure, Double> kept = new YearAhead.Known(new Figures(all)).figures().values();

    assertThat(kept.keySet())
        .allMatch(
            measure ->
                measure.name().endsWith("INCIDENTS")
                    || measure == Measure.HEAR_AND_TREAT
                    || measure == Measure.HANDOVER_MEAN_SECONDS);
  }

  @Test
  void verdict_offByMoreThanTheGoal_saysWhatAndByHowMuch() {
    EnumMap<Measure, Double> published = new EnumMap<>(Measure.class);
    published.put(Measure.INCIDENTS, 100.0);
    published.put(Measure.HEAR_AND_TREAT, 15.0);
    published.put(Measure.SEE_AND_TREAT, 30.0);
    published.put(Measure.TO_ED, 52.0);
    published.put(Measure.TO_ELSEWHERE, 3.0);
    published.put(Measure.C1_MEAN_SECONDS, 500.0);
    published.put(Measure.C2_MEAN_SECONDS, 1_700.0);
    EnumMap<Measure, Double> ours = new EnumMap<>(published);

    assertThat(verdict(ours, published).misses()).isEmpty();

    ours.put(Measure.C2_MEAN_SECONDS, 1_900.0);
    ours.put(Measure.TO_ED, 55.0);
    assertThat(verdict(ours, published).misses())
        .containsExactly(
            "conveyed to an emergency department: off by 3.0, goal 2",
            "C2 response, mean: off by 11.8, goal 10");
  }

  private static Verdict verdict(Map<Measure, Double> ours, Map<Measure, Double> published) {
    return Verdict.of(new Figures(ours), new Figures(published), new Figures(published));
  }
}
