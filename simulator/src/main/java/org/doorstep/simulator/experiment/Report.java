package org.doorstep.simulator.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.simulator.experiment.Summary.Change;
import org.doorstep.simulator.experiment.Summary.Mean;
import org.doorstep.simulator.file.Difference;
import org.doorstep.simulator.file.JsonText;
import org.doorstep.simulator.statistics.Interval;

/**
 * The whole of an experiment for machines. It says nothing of when and on how many cores it ran, so
 * that the same experiment gives the same bytes.
 */
final class Report {
  private Report() {}

  static String json(Experiment.Order order, List<Plan> plans, Results results, Summary summary) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("version", order.version());
    report.put("state", results.state());
    report.put("seed", order.seed());
    report.put("replications", results.planned() / plans.size());
    order.enough().ifPresent(enough -> report.put("enough", enough(enough)));
    report.put("measures", ReportParts.words(results.measures()));
    List<Object> scenarios = new ArrayList<>();
    for (Plan plan : plans) {
      scenarios.add(scenario(plan, results, summary));
    }
    report.put("scenarios", scenarios);
    report.put("comparisons", comparisons(summary));
    report.put("failures", results.failures().stream().map(Report::failure).toList());
    return JsonText.of(report);
  }

  private static Map<String, Object> enough(Enough enough) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("measure", enough.measure());
    values.put("precision", enough.precision().relative());
    values.put("least", enough.precision().least());
    values.put("most", enough.precision().most());
    return values;
  }

  private static Map<String, Object> scenario(Plan plan, Results results, Summary summary) {
    Map<String, Object> measures = new LinkedHashMap<>();
    for (Mean mean : summary.means()) {
      if (mean.scenario().equals(plan.name())) {
        Map<String, Object> values = interval(mean.interval());
        values.put("deviation", mean.deviation());
        measures.put(mean.measure(), values);
      }
    }
    Map<String, Object> scenario = new LinkedHashMap<>();
    List<Measured> runs = results.measured(plan.name());
    scenario.put("name", plan.name());
    scenario.put("title", plan.setting().title());
    plan.setting().period().ifPresent(period -> scenario.put("period", period(period)));
    scenario.put("differences", plan.differences().stream().map(Report::difference).toList());
    scenario.put("assumptions", ReportParts.assumptions(plan.setting()));
    scenario.put("measures", measures);
    scenario.put("curves", ReportParts.curves(runs));
    scenario.put("groups", ReportParts.groups(runs, plan.setting()));
    return scenario;
  }

  private static Map<String, Object> period(Period period) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("from", period.from());
    values.put("until", period.until());
    values.put("warmUpHours", period.warmUpHours());
    values.put("live", period.live());
    return values;
  }

  private static Map<String, Object> difference(Difference difference) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("path", difference.path());
    difference.before().ifPresent(before -> values.put("before", before));
    difference.after().ifPresent(after -> values.put("after", after));
    return values;
  }

  static Map<String, Object> interval(Interval interval) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("replications", interval.count());
    values.put("mean", interval.mean());
    values.put("low", interval.low());
    values.put("high", interval.high());
    return values;
  }

  private static List<Object> comparisons(Summary summary) {
    List<Object> comparisons = new ArrayList<>();
    for (Change change : summary.differences()) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("base", change.base());
      values.put("scenario", change.scenario());
      values.put("measure", change.measure());
      values.put("before", change.before());
      values.put("after", change.after());
      values.put("difference", interval(change.interval()));
      values.put("excludesZero", change.interval().excludesZero());
      comparisons.add(values);
    }
    return comparisons;
  }

  private static Map<String, Object> failure(Run run) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("scenario", run.scenario());
    values.put("replication", run.replication());
    // As text: it has more digits than a number of a browser.
    values.put("seed", Long.toString(run.seed()));
    values.put("reason", run.failure().orElse("").lines().findFirst().orElse(""));
    return values;
  }
}
