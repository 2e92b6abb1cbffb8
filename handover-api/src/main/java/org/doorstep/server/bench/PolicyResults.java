package org.doorstep.server.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.doorstep.simulator.matrix.Fleet;
import org.doorstep.simulator.matrix.PolicyStudy;
import org.doorstep.simulator.matrix.RunFigures;
import org.doorstep.simulator.statistics.Interval;

/**
 * The figures of the policies, as a table for people and as JSON.
 *
 * <p>A ratio is that of the two means, averaged over the fleets. Its half-width comes from the
 * replications in pairs: by how much {@code ours - ratio * theirs} scatters, as a share of theirs.
 */
public final class PolicyResults {
  private static final double HOURS = 12;
  private static final double ROUNDING = 10_000;
  private static final ToDoubleFunction<RunFigures> LATE = RunFigures::latePercent;
  private static final ToDoubleFunction<RunFigures> OVER_20 = RunFigures::lateOver20Percent;
  private static final ToDoubleFunction<RunFigures> MEAN = RunFigures::meanMinutes;

  private final PolicyBench.Effort effort;
  private final List<FleetSamples> samples;

  PolicyResults(PolicyBench.Effort effort, List<FleetSamples> samples) {
    this.effort = effort;
    this.samples = List.copyOf(samples);
  }

  private List<PolicySamples> policies() {
    return samples.stream().map(FleetSamples::policies).toList();
  }

  private List<PolicySamples> foreseeing() {
    return samples.stream().map(FleetSamples::foreseeing).toList();
  }

  /** Everything by the names of the figures. */
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    ratios(figures, "", PolicyStudy.FEW_MOVES);
    ratios(figures, PolicyStudy.MANY_MOVES, PolicyStudy.MANY_MOVES);
    figures.put("targetMinutes", 12);
    figures.put("replications", effort.replications());
    figures.put("callsPerReplication", effort.calls());
    figures.put("confidencePercent", Math.round(100 * Interval.CONFIDENCE));
    if (effort.hindsightReplications() > 0) {
      hindsight(figures);
    }
    figures.put("fleets", fleets());
    return figures;
  }

  private void ratios(Map<String, Object> figures, String prefix, String policy) {
    ratio(figures, name(prefix, "lateRatioToClosest"), policy, PolicyStudy.CLOSEST, LATE);
    ratio(figures, name(prefix, "lateRatioToDmexclp"), policy, PolicyStudy.DMEXCLP, LATE);
    ratio(figures, name(prefix, "meanRatioToClosest"), policy, PolicyStudy.CLOSEST, MEAN);
    ratio(figures, name(prefix, "lateOver20RatioToClosest"), policy, PolicyStudy.CLOSEST, OVER_20);
    figures.put(
        name(prefix, "movesPerTwelveHours"),
        rounded(HOURS * averaged(policies(), policy, RunFigures::ordersPerUnitHour)));
  }

  private static String name(String prefix, String name) {
    return prefix.isEmpty()
        ? name
        : prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private void ratio(
      Map<String, Object> figures,
      String name,
      String ours,
      String theirs,
      ToDoubleFunction<RunFigures> of) {
    Interval ratio = ratio(policies(), ours, theirs, of);
    put(figures, name, ratio);
  }

  /** What cannot be said, of a ratio to nothing or from one replication, is left out. */
  private static void put(Map<String, Object> figures, String name, Interval interval) {
    if (Double.isFinite(interval.mean())) {
      figures.put(name, rounded(interval.mean()));
    }
    if (Double.isFinite(interval.halfWidth())) {
      figures.put(name + "HalfWidth", rounded(interval.halfWidth()));
    }
  }

  /** Of means, averaged over fleets; the fleets' errors are independent. */
  private static Interval ratio(
      List<PolicySamples> of, String ours, String theirs, ToDoubleFunction<RunFigures> measure) {
    double sum = 0;
    double squares = 0;
    long count = 0;
    for (PolicySamples each : of) {
      List<Double> a = each.values(ours, measure);
      List<Double> b = each.values(theirs, measure);
      double below = Interval.of(b).mean();
      if (!(below > 0)) {
        return new Interval(0, Double.NaN, Double.NaN);
      }
      double ratio = Interval.of(a).mean() / below;
      List<Double> scatter = new ArrayList<>();
      for (int pair = 0; pair < a.size(); pair++) {
        scatter.add((a.get(pair) - ratio * b.get(pair)) / below);
      }
      Interval error = Interval.of(scatter);
      sum += ratio;
      squares += error.halfWidth() * error.halfWidth();
      count += error.count();
    }
    int fleets = of.size();
    return new Interval(count, sum / fleets, StrictMath.sqrt(squares) / fleets);
  }

  private static double averaged(
      List<PolicySamples> of, String policy, ToDoubleFunction<RunFigures> measure) {
    return of.stream()
        .mapToDouble(each -> each.measure(policy, measure).mean())
        .average()
        .orElse(Double.NaN);
  }

  private void hindsight(Map<String, Object> figures) {
    Interval late = ratio(foreseeing(), PolicyStudy.HINDSIGHT, PolicyStudy.CLOSEST, LATE);
    Interval few = ratio(foreseeing(), PolicyStudy.FEW_MOVES, PolicyStudy.HINDSIGHT, LATE);
    put(figures, "hindsightLateRatioToClosest", late);
    put(figures, "hindsightFewMovesLateRatioToHindsight", few);
    figures.put(
        "hindsightMovesPerTwelveHours",
        rounded(
            HOURS * averaged(foreseeing(), PolicyStudy.HINDSIGHT, RunFigures::ordersPerUnitHour)));
    figures.put("hindsightReplications", effort.hindsightReplications());
    figures.put("hindsightCallsPerReplication", effort.hindsightCalls());
  }

  private List<Object> fleets() {
    List<Object> fleets = new ArrayList<>();
    for (FleetSamples each : samples) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("units", each.fleet().units());
      row.put("callsPerMinute", each.fleet().callsPerMinute());
      row.put("policies", rows(each.policies()));
      if (effort.hindsightReplications() > 0) {
        row.put("hindsightPolicies", rows(each.foreseeing()));
      }
      fleets.add(row);
    }
    return fleets;
  }

  private static List<Object> rows(PolicySamples samples) {
    List<Object> rows = new ArrayList<>();
    for (String policy : samples.policies()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("policy", policy);
      PolicyMeasure.ALL.forEach(
          measure -> {
            put(row, measure.name(), samples.measure(policy, measure.of()));
          });
      rows.add(row);
    }
    return rows;
  }

  /** The fleets as lines of text: a table for each. */
  public List<String> tables() {
    List<String> lines = new ArrayList<>();
    for (FleetSamples each : samples) {
      Fleet fleet = each.fleet();
      lines.add(
          "%d units, %s calls a minute, %d x %d calls"
              .formatted(
                  fleet.units(), fleet.callsPerMinute(), effort.replications(), effort.calls()));
      table(lines, each.policies(), "");
      if (effort.hindsightReplications() > 0) {
        table(lines, each.foreseeing(), "  the future known, %s".formatted(hindsightSize()));
      }
    }
    return lines;
  }

  private String hindsightSize() {
    return "%d x %d calls".formatted(effort.hindsightReplications(), effort.hindsightCalls());
  }

  private static void table(List<String> lines, PolicySamples samples, String title) {
    StringBuilder head = new StringBuilder("%-32s".formatted(title));
    PolicyMeasure.ALL.forEach(each -> head.append("%19s".formatted(each.words())));
    lines.add(head.toString());
    for (String policy : samples.policies()) {
      StringBuilder line = new StringBuilder("  %-30s".formatted(policy));
      for (PolicyMeasure each : PolicyMeasure.ALL) {
        Interval interval = samples.measure(policy, each.of());
        line.append("%11.3f +- %.3f ".formatted(interval.mean(), interval.halfWidth()));
      }
      lines.add(line.toString());
    }
  }

  private static double rounded(double value) {
    return StrictMath.round(value * ROUNDING) / ROUNDING;
  }
}
