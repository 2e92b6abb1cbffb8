package org.doorstep.simulator.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doorstep.simulator.experiment.Summary.Change;
import org.doorstep.simulator.experiment.Summary.Mean;
import org.doorstep.simulator.file.Decimals;
import org.doorstep.simulator.file.Difference;
import org.doorstep.simulator.statistics.Interval;

/** The tables of an experiment, for people and as CSV. Lines end with a line feed everywhere. */
final class Tables {
  private Tables() {}

  /** One row for each run; a failed run has no values. */
  static String runs(Results results) {
    List<String> measures = results.measures();
    StringBuilder csv = new StringBuilder("scenario,replication,seed,state");
    measures.forEach(measure -> csv.append(',').append(measure));
    csv.append('\n');
    for (Run run : results.runs()) {
      Map<String, Double> values = run.measured().map(Measured::values).orElse(Map.of());
      List<String> cells = new ArrayList<>();
      cells.add(run.scenario());
      cells.add(Integer.toString(run.replication()));
      cells.add(Long.toString(run.seed()));
      cells.add(run.failure().isPresent() ? "failed" : "done");
      for (String measure : measures) {
        cells.add(Optional.ofNullable(values.get(measure)).map(Tables::cell).orElse(""));
      }
      csv.append(String.join(",", cells)).append('\n');
    }
    return csv.toString();
  }

  static String means(Summary summary) {
    StringBuilder csv =
        new StringBuilder("scenario,measure,replications,mean,low,high,deviation\n");
    for (Mean mean : summary.means()) {
      Interval interval = mean.interval();
      row(
          csv,
          mean.scenario(),
          mean.measure(),
          Long.toString(interval.count()),
          cell(interval.mean()),
          cell(interval.low()),
          cell(interval.high()),
          cell(mean.deviation()));
    }
    return csv.toString();
  }

  static String changes(Summary summary) {
    StringBuilder csv =
        new StringBuilder(
            "base,scenario,measure,pairs,before,after,difference,low,high,excludes-zero\n");
    for (Change change : summary.differences()) {
      Interval interval = change.interval();
      row(
          csv,
          change.base(),
          change.scenario(),
          change.measure(),
          Long.toString(interval.count()),
          cell(change.before()),
          cell(change.after()),
          cell(interval.mean()),
          cell(interval.low()),
          cell(interval.high()),
          change.star());
    }
    return csv.toString();
  }

  /** Every curve, a row for each step. */
  static String curves(Results results) {
    StringBuilder csv = new StringBuilder("scenario,chart,line,at,value\n");
    for (String scenario : results.scenarios()) {
      for (Aggregates.Line line : Aggregates.lines(results.measured(scenario))) {
        for (int step = 0; step < line.values().size(); step++) {
          row(
              csv,
              scenario,
              line.chart().file(),
              line.line(),
              Integer.toString(step + line.chart().first()),
              cell(line.values().get(step)));
        }
      }
    }
    return csv.toString();
  }

  /** Every part of the ground, a row for each of its measures. */
  static String places(Results results) {
    StringBuilder csv =
        new StringBuilder("scenario,kind,name,measure,replications,mean,low,high\n");
    for (String scenario : results.scenarios()) {
      for (Aggregates.Part part : Aggregates.parts(results.measured(scenario))) {
        part.measures()
            .forEach(
                (measure, interval) ->
                    row(
                        csv,
                        scenario,
                        part.kind().name().toLowerCase(Locale.ROOT),
                        quoted(part.name()),
                        measure,
                        Long.toString(interval.count()),
                        cell(interval.mean()),
                        cell(interval.low()),
                        cell(interval.high())));
      }
    }
    return csv.toString();
  }

  /** What every scenario assumes, and what it says otherwise than its base. */
  static String assumptions(List<Plan> plans) {
    StringBuilder csv = new StringBuilder("scenario,assumption,words,source,measured\n");
    for (Plan plan : plans) {
      for (Stated each : plan.setting().assumptions()) {
        row(
            csv,
            plan.name(),
            quoted(each.key()),
            quoted(each.words()),
            quoted(each.source()),
            Boolean.toString(each.measured()));
      }
      for (Difference each : plan.differences()) {
        row(
            csv,
            plan.name(),
            quoted("changed: " + each.path()),
            quoted(each.toString()),
            "scenario",
            "false");
      }
    }
    return csv.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"").replace('\n', ' ') + '"';
  }

  private static void row(StringBuilder csv, String... cells) {
    csv.append(String.join(",", cells)).append('\n');
  }

  private static String cell(double value) {
    return Double.isFinite(value) ? Decimals.text(value) : "";
  }

  /** The means, a scenario below the other. */
  static String printedMeans(Summary summary) {
    StringBuilder table = new StringBuilder();
    String scenario = "";
    for (Mean mean : summary.means()) {
      if (!mean.scenario().equals(scenario)) {
        scenario = mean.scenario();
        line(table, "%-34s %14s   %-28s %5s", scenario, "mean", "95 % interval", "runs");
      }
      Interval interval = mean.interval();
      line(
          table,
          "  %-32s %14s   %-28s %5d",
          mean.measure(),
          shown(interval.mean()),
          interval(interval),
          interval.count());
    }
    return table.toString();
  }

  /** The differences, a scenario below the other; a star where an interval excludes zero. */
  static String printedChanges(Summary summary) {
    StringBuilder table = new StringBuilder();
    String scenario = "";
    for (Change change : summary.differences()) {
      if (!change.scenario().equals(scenario)) {
        scenario = change.scenario();
        line(
            table,
            "%-34s %14s %14s %14s   %-28s",
            scenario + " less " + change.base(),
            change.base().length() > 14 ? "base" : change.base(),
            scenario.length() > 14 ? "scenario" : scenario,
            "difference",
            "95 % interval");
      }
      line(
          table,
          "  %-32s %14s %14s %14s   %-28s %s",
          change.measure(),
          shown(change.before()),
          shown(change.after()),
          shown(change.interval().mean()),
          interval(change.interval()),
          change.star());
    }
    return table.toString();
  }

  private static void line(StringBuilder table, String form, Object... words) {
    table.append(String.format(Locale.ROOT, form, words).stripTrailing()).append('\n');
  }

  private static String interval(Interval interval) {
    return Double.isFinite(interval.halfWidth())
        ? shown(interval.low()) + " to " + shown(interval.high())
        : "-";
  }

  /** Large numbers without, small ones with some decimals. */
  private static String shown(double value) {
    double size = StrictMath.abs(value);
    if (size == 0) {
      return "0";
    }
    String form = size >= 1_000 ? "%,.0f" : size >= 100 ? "%.1f" : size >= 1 ? "%.2f" : "%.4f";
    return String.format(Locale.ROOT, form, value);
  }
}
