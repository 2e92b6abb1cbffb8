package org.doorstep.server.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.simulator.measure.Measure;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.statistics.Interval;
import org.doorstep.simulator.study.CountyStudy;
import org.doorstep.simulator.study.CountyStudy.Policy;
import org.doorstep.simulator.study.CountyStudy.Run;
import org.doorstep.simulator.study.ScenarioSource;
import org.doorstep.simulator.study.WorldRunner;
import org.doorstep.simulator.world.road.Roads;

/**
 * West Kent under the closest capable unit and under the area's own policy, with categories,
 * capabilities, breaks and hospital queues: pairs of replications over the same calls.
 */
public final class CountyBench {
  private static final String SCENARIO = "west-kent-today";

  /** The rules were looked at on other seeds. */
  private static final long SEED_FIRST = 1_001;

  private static final double SECONDS_PER_MINUTE = 60;
  private static final double ROUNDING = 10_000;
  private static final List<Measure> SHOWN =
      List.of(
          Measure.C1_MEAN_SECONDS,
          Measure.C1_P90_SECONDS,
          Measure.C2_MEAN_SECONDS,
          Measure.C2_P90_SECONDS,
          Measure.C3_MEAN_SECONDS,
          Measure.C3_P90_SECONDS,
          Measure.C4_MEAN_SECONDS,
          Measure.C4_P90_SECONDS);

  private final RoadNetwork network;
  private final Consumer<String> progress;

  /** A bench on a map of West Kent. */
  public CountyBench(RoadNetwork network, Consumer<String> progress) {
    this.network = network;
    this.progress = progress;
  }

  /**
   * What was measured.
   *
   * @param figures by name, units at the end
   * @param lines the same as a table
   */
  public record Results(Map<String, Object> figures, List<String> lines) {}

  /**
   * Runs pairs.
   *
   * @param replications of both policies, 2 or more
   * @param days measured in each, after a week that fills queues
   */
  public Results run(int replications, int days) {
    Scenario scenario = WorldRunner.measuring(ScenarioSource.find(SCENARIO).read(), days);
    CountyStudy study = new CountyStudy(scenario, Roads.prepare(scenario, network, progress));
    Map<Policy, List<Run>> runs = new EnumMap<>(Policy.class);
    for (Policy policy : Policy.values()) {
      List<Run> each = new ArrayList<>();
      for (int replication = 0; replication < replications; replication++) {
        progress.accept("West Kent, %s, replication %d".formatted(policy, replication + 1));
        each.add(study.run(policy, SEED_FIRST + replication));
      }
      runs.put(policy, each);
    }
    return results(
        runs.getOrDefault(Policy.CLOSEST_CAPABLE, List.of()),
        runs.getOrDefault(Policy.OURS, List.of()),
        days);
  }

  private static Results results(List<Run> closest, List<Run> ours, int days) {
    Map<String, Object> figures = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    figures.put("westKentReplications", closest.size());
    figures.put("westKentDaysMeasured", days);
    lines.add(
        String.format(
            Locale.ROOT,
            "%-28s %10s %10s %22s",
            "West Kent, minutes",
            "closest",
            "ours",
            "difference (95 %)"));
    for (Measure measure : SHOWN) {
      List<Double> before = closest.stream().map(run -> run.of(measure)).toList();
      List<Double> after = ours.stream().map(run -> run.of(measure)).toList();
      add(figures, lines, measure, before, after);
    }
    figures.put(
        "westKentDivertsPerDay", perDay(ours.stream().mapToInt(Run::diverts).sum(), ours, days));
    figures.put(
        "westKentExchangesPerDay",
        perDay(ours.stream().mapToInt(Run::exchanges).sum(), ours, days));
    figures.put(
        "westKentMovesPerDay", perDay(ours.stream().mapToInt(Run::moves).sum(), ours, days));
    return new Results(figures, lines);
  }

  private static void add(
      Map<String, Object> figures,
      List<String> lines,
      Measure measure,
      List<Double> before,
      List<Double> after) {
    double closest = Interval.of(before).mean();
    double ours = Interval.of(after).mean();
    Interval difference = Interval.ofDifferences(before, after);
    String name = name(measure);
    figures.put(name + "ClosestSeconds", rounded(closest));
    figures.put(name + "Seconds", rounded(ours));
    figures.put(name + "DifferenceSeconds", rounded(difference.mean()));
    figures.put(name + "DifferenceHalfWidthSeconds", rounded(difference.halfWidth()));
    figures.put(name + "Ratio", rounded(ours / closest));
    lines.add(
        String.format(
            Locale.ROOT,
            "%-28s %10.2f %10.2f %12.2f +- %6.2f",
            measure.words(),
            closest / SECONDS_PER_MINUTE,
            ours / SECONDS_PER_MINUTE,
            difference.mean() / SECONDS_PER_MINUTE,
            difference.halfWidth() / SECONDS_PER_MINUTE));
  }

  /** As in {@code westKentC1Mean}. */
  private static String name(Measure measure) {
    String[] words = measure.name().split("_", -1);
    StringBuilder name = new StringBuilder("westKent");
    for (int i = 0; i < words.length - 1; i++) {
      name.append(words[i].charAt(0)).append(words[i].substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }

  private static double perDay(int orders, List<Run> runs, int days) {
    return rounded((double) orders / Math.max(1, runs.size()) / days);
  }

  private static double rounded(double value) {
    return Math.round(value * ROUNDING) / ROUNDING;
  }
}
