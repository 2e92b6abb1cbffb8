package org.doorstep.simulator.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doorstep.simulator.experiment.BarChart;
import org.doorstep.simulator.measure.PlanMeasure;
import org.doorstep.simulator.paper.Findings.Town;

/** The plots of a paper, as PNG; each has its numbers in the tables. */
final class PaperPlots {
  private static final double MINUTE_SECONDS = 60;
  private static final double PERCENT = 100;
  private static final double MILLION = 1_000_000;

  private PaperPlots() {}

  /** Files by their names. */
  static Map<String, byte[]> draw(Findings findings) {
    Map<String, byte[]> plots = new LinkedHashMap<>();
    plots.put(
        "c2-with-todays-crews.png",
        BarChart.png(
            "C2 mean with today's crews, minutes",
            "treated at the scene instead of being conveyed as today",
            "minutes",
            shares(findings),
            bars(findings, answer -> answer.unchanged(Values.C2_MEAN).mean() / MINUTE_SECONDS)));
    plots.put(
        "shifts-needed.png",
        BarChart.png(
            String.format(
                Locale.ROOT,
                "Ambulance shifts a day more that hold C2 at %.0f minutes",
                findings.question().targetMinutes()),
            "treated at the scene instead of being conveyed as today",
            "12-hour shifts a day",
            shares(findings),
            bars(findings, answer -> answer.extra().map(Integer::doubleValue).orElse(0.0))));
    plots.put(
        "cost.png",
        BarChart.png(
            "Cost of the year with the crews that hold the target, million pounds",
            "treated at the scene instead of being conveyed as today",
            "million pounds",
            shares(findings),
            bars(
                findings,
                answer -> answer.held(PlanMeasure.COST_TOTAL_POUNDS.key()).mean() / MILLION)));
    return plots;
  }

  private interface Height {
    double of(Answer answer);
  }

  private static List<String> shares(Findings findings) {
    return findings.question().movedPercents().stream()
        .map(percent -> String.format(Locale.ROOT, "%.0f %%", percent))
        .toList();
  }

  private static Map<String, List<Double>> bars(Findings findings, Height height) {
    Map<String, List<Double>> bars = new LinkedHashMap<>();
    for (Town town : findings.towns()) {
      for (Answer answer : town.answers()) {
        String name =
            String.format(
                Locale.ROOT,
                "%,.0f people, desk %.0f %%",
                town.population(),
                PERCENT * answer.of().deskFactor());
        double value = height.of(answer);
        bars.computeIfAbsent(name, first -> new ArrayList<>())
            .add(Double.isFinite(value) ? value : 0);
      }
    }
    return bars;
  }
}
