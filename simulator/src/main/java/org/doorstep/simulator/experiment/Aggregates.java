package org.doorstep.simulator.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.simulator.statistics.Interval;
import org.doorstep.simulator.statistics.Moments;

/** What the replications of one scenario say of curves and of parts of the ground. */
final class Aggregates {
  private Aggregates() {}

  /**
   * The mean of a line over the replications, step by step.
   *
   * @param values NaN where no replication has any
   */
  record Line(ChartKind chart, String line, List<Double> values) {
    Line {
      values = List.copyOf(values);
    }
  }

  /** A part of the ground with the interval of each of its measures. */
  record Part(Group.Kind kind, String name, Map<String, Interval> measures) {}

  static List<Line> lines(List<Measured> runs) {
    Map<ChartKind, Map<String, List<Moments>>> all = new LinkedHashMap<>();
    for (Measured run : runs) {
      for (Curve curve : run.curves()) {
        List<Moments> steps =
            all.computeIfAbsent(curve.chart(), chart -> new LinkedHashMap<>())
                .computeIfAbsent(curve.line(), line -> new ArrayList<>());
        add(steps, curve.values());
      }
    }
    List<Line> lines = new ArrayList<>();
    all.forEach(
        (chart, byLine) ->
            byLine.forEach(
                (line, steps) ->
                    lines.add(new Line(chart, line, steps.stream().map(Moments::mean).toList()))));
    return List.copyOf(lines);
  }

  private static void add(List<Moments> steps, List<Double> values) {
    for (int step = 0; step < values.size(); step++) {
      if (step == steps.size()) {
        steps.add(new Moments());
      }
      if (Double.isFinite(values.get(step))) {
        steps.get(step).add(values.get(step));
      }
    }
  }

  /** Parts in the order of their first mention. */
  static List<Part> parts(List<Measured> runs) {
    Map<Group.Kind, Map<String, Map<String, Moments>>> all = new LinkedHashMap<>();
    for (Measured run : runs) {
      for (Group group : run.groups()) {
        Map<String, Moments> measures =
            all.computeIfAbsent(group.kind(), kind -> new LinkedHashMap<>())
                .computeIfAbsent(group.name(), name -> new LinkedHashMap<>());
        group
            .values()
            .forEach(
                (measure, value) ->
                    measures.computeIfAbsent(measure, first -> new Moments()).add(value));
      }
    }
    List<Part> parts = new ArrayList<>();
    all.forEach(
        (kind, byName) ->
            byName.forEach((name, measures) -> parts.add(new Part(kind, name, of(measures)))));
    return List.copyOf(parts);
  }

  private static Map<String, Interval> of(Map<String, Moments> measures) {
    Map<String, Interval> intervals = new LinkedHashMap<>();
    measures.forEach(
        (measure, moments) -> intervals.put(measure, Interval.of(moments, Interval.CONFIDENCE)));
    return intervals;
  }
}
