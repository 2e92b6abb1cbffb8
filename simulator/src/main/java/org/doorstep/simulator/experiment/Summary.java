package org.doorstep.simulator.experiment;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.simulator.statistics.Interval;
import org.doorstep.simulator.statistics.Moments;

/**
 * What the replications of an experiment say: each measure of each scenario with its interval, and
 * each other scenario's difference to the first, pair by pair.
 *
 * @param means scenario by scenario
 * @param differences scenario by scenario, without the first
 */
public record Summary(List<Mean> means, List<Change> differences) {
  public Summary {
    means = List.copyOf(means);
    differences = List.copyOf(differences);
  }

  /**
   * The mean of a measure.
   *
   * @param deviation of the replications; NaN below two
   */
  public record Mean(String scenario, String measure, Interval interval, double deviation) {}

  /**
   * By how much a measure is changed.
   *
   * @param before its mean in the base, over the pairs
   * @param after its mean in the scenario, over the pairs
   * @param interval of the mean difference
   */
  public record Change(
      String base,
      String scenario,
      String measure,
      double before,
      double after,
      Interval interval) {
    /** A star where the difference is not for chance alone. */
    public String star() {
      return interval.excludesZero() ? "*" : "";
    }
  }

  /** Of results; a measure that no replication has is left out. */
  public static Summary of(Results results) {
    List<Mean> means = new ArrayList<>();
    List<Change> differences = new ArrayList<>();
    String base = results.scenarios().get(0);
    for (String scenario : results.scenarios()) {
      for (String measure : results.measures()) {
        Moments moments = Moments.of(results.values(scenario, measure));
        if (moments.count() > 0) {
          Interval interval = Interval.of(moments, Interval.CONFIDENCE);
          means.add(new Mean(scenario, measure, interval, moments.standardDeviation()));
        }
        if (!scenario.equals(base)) {
          change(results, base, scenario, measure, differences);
        }
      }
    }
    return new Summary(means, differences);
  }

  private static void change(
      Results results, String base, String scenario, String measure, List<Change> to) {
    Results.Pairs pairs = results.pairs(base, scenario, measure);
    if (!pairs.before().isEmpty()) {
      to.add(
          new Change(
              base,
              scenario,
              measure,
              Moments.of(pairs.before()).mean(),
              Moments.of(pairs.after()).mean(),
              Interval.ofDifferences(pairs.before(), pairs.after())));
    }
  }
}
