package org.doorstep.simulator.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorstep.simulator.experiment.MeasureWords;
import org.doorstep.simulator.file.Decimals;
import org.doorstep.simulator.measure.Measure;
import org.doorstep.simulator.measure.PlanMeasure;
import org.doorstep.simulator.paper.Findings.Town;
import org.doorstep.simulator.statistics.Interval;

/** The answers as rows of measures, for people and for machines. */
final class PaperTable {
  /** What a board reads, in this order. */
  static final List<String> MEASURES =
      List.of(
          Measure.C2_MEAN_SECONDS.key(),
          Measure.C2_P90_SECONDS.key(),
          Measure.C1_MEAN_SECONDS.key(),
          Measure.C3_MEAN_SECONDS.key(),
          PlanMeasure.SEE_AND_TREAT_SHARE.key(),
          PlanMeasure.TO_ED_SHARE.key(),
          PlanMeasure.CONVEYANCES_AVOIDED.key(),
          PlanMeasure.RECONTACTS.key(),
          PlanMeasure.COMMUNITY_CONTACTS.key(),
          PlanMeasure.PRACTICE_CONTACTS.key(),
          Measure.UTILISATION.key(),
          PlanMeasure.COVERED_SHARE.key(),
          PlanMeasure.BREAKS_KEPT_SHARE.key(),
          PlanMeasure.COST_CREWS_POUNDS.key(),
          PlanMeasure.COST_HOSPITAL_POUNDS.key(),
          PlanMeasure.COST_COMMUNITY_POUNDS.key(),
          PlanMeasure.COST_PRACTICE_POUNDS.key(),
          PlanMeasure.COST_TOTAL_POUNDS.key());

  private static final double MINUTE_SECONDS = 60;
  private static final double PERCENT = 100;
  private static final double MILLION = 1_000_000;

  private PaperTable() {}

  static String csv(Findings findings) {
    StringBuilder csv =
        new StringBuilder(
            "population,growth-percent,moved-percent,desk-factor,crews,extra-shifts,measure,replications,mean,low,high,difference,difference-low,difference-high\n");
    for (Town town : findings.towns()) {
      for (Answer answer : town.answers()) {
        for (String measure : MEASURES) {
          row(csv, answer, "as-today", 0, measure, answer.unchanged(measure), Optional.empty());
          if (answer.extra().isPresent()) {
            row(
                csv,
                answer,
                "holding-the-target",
                answer.extra().get(),
                measure,
                answer.held(measure),
                answer.less(town.asToday(answer), measure));
          }
        }
      }
    }
    return csv.toString();
  }

  private static void row(
      StringBuilder csv,
      Answer answer,
      String crews,
      int extra,
      String measure,
      Interval interval,
      Optional<Interval> difference) {
    List<String> cells = new ArrayList<>();
    cells.add(Decimals.text(answer.of().population()));
    cells.add(Decimals.text(answer.of().growthPercent()));
    cells.add(Decimals.text(answer.of().movedPercent()));
    cells.add(Decimals.text(answer.of().deskFactor()));
    cells.add(crews);
    cells.add(Integer.toString(extra));
    cells.add(measure);
    cells.add(Long.toString(interval.count()));
    cells.addAll(cells(interval));
    cells.addAll(difference.map(PaperTable::cells).orElse(List.of("", "", "")));
    csv.append(String.join(",", cells)).append('\n');
  }

  private static List<String> cells(Interval interval) {
    return List.of(cell(interval.mean()), cell(interval.low()), cell(interval.high()));
  }

  private static String cell(double value) {
    return Double.isFinite(value) ? Decimals.text(value) : "";
  }

  /** For people, in the measure's own unit: minutes, per cent, millions of pounds. */
  static String shown(String measure, double value) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    return switch (MeasureWords.kind(measure)) {
      case "seconds" -> String.format(Locale.ROOT, "%.1f min", value / MINUTE_SECONDS);
      case "share" -> String.format(Locale.ROOT, "%.1f %%", PERCENT * value);
      case "pounds" -> String.format(Locale.ROOT, "£%.2f m", value / MILLION);
      default -> String.format(Locale.ROOT, "%,.0f", value);
    };
  }

  /** A mean with its interval. */
  static String shown(String measure, Interval interval) {
    return Double.isFinite(interval.halfWidth())
        ? "%s (%s to %s)"
            .formatted(
                shown(measure, interval.mean()),
                shown(measure, interval.low()),
                shown(measure, interval.high()))
        : shown(measure, interval.mean());
  }

  /** In a few lines. */
  static String printed(Findings findings) {
    StringBuilder table = new StringBuilder();
    String cost = PlanMeasure.COST_TOTAL_POUNDS.key();
    for (Town town : findings.towns()) {
      table.append(
          String.format(
              Locale.ROOT,
              "%,.0f people: today C2 mean %s, cost %s%n",
              town.population(),
              shown(Values.C2_MEAN, Interval.of(Values.of(town.today(), Values.C2_MEAN))),
              shown(cost, Interval.of(Values.of(town.today(), cost)))));
      for (Answer answer : town.answers()) {
        table.append(line(town, answer, cost));
      }
    }
    return table.toString().replace("\r", "");
  }

  private static String line(Town town, Answer answer, String cost) {
    String held =
        answer
            .extra()
            .map(
                extra ->
                    "%+d ambulance shifts a day hold the target: C2 %s, cost %s"
                        .formatted(
                            extra,
                            shown(Values.C2_MEAN, answer.held(Values.C2_MEAN)),
                            shown(cost, answer.held(cost))))
            .orElse("no number of crews that was tried surely holds the target");
    String against =
        answer
            .less(town.asToday(answer), cost)
            .filter(none -> answer.of().movedPercent() > 0)
            .map(interval -> ", against conveying as today " + shown(cost, interval))
            .orElse("");
    return String.format(
        Locale.ROOT,
        "  desk at %.0f %% of its time, %.0f %% treated at the scene instead: with today's crews C2 %s; %s%s%n",
        PERCENT * answer.of().deskFactor(),
        answer.of().movedPercent(),
        shown(Values.C2_MEAN, answer.unchanged(Values.C2_MEAN)),
        held,
        against);
  }
}
