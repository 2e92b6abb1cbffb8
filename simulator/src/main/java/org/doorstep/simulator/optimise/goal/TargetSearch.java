package org.doorstep.simulator.optimise.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.doorstep.simulator.statistics.Interval;
import org.doorstep.simulator.statistics.Moments;

/**
 * The smallest amount at which a measure keeps below a target, by bisection on a grid: crews, a
 * share treated at the scene, a growth that can still be borne.
 *
 * <p>At each amount that is looked at the measure is run on the same seeds, so that amounts are
 * compared pair by pair. An amount holds if the upper end of the 95 % interval of the mean is no
 * more than the target. That the measure falls as the amount grows is assumed; where what was seen
 * speaks against it beyond chance, {@link Found#isMonotone()} says so, and the answer is one that
 * holds, perhaps not the smallest.
 */
public final class TargetSearch {
  private final Terms terms;
  private final Function<Double, List<Double>> sample;

  /** By step of the grid. */
  private final Map<Integer, Point> points = new TreeMap<>();

  private final Map<Integer, List<Double>> values = new TreeMap<>();

  /**
   * What is looked for.
   *
   * @param target of the mean, what is no more than it holds
   * @param least amount that is looked at
   * @param most amount that is looked at, no less
   * @param step between amounts, more than 0; at most {@link #STEPS_MAX} of them
   */
  public record Terms(double target, double least, double most, double step) {
    /** Bisection looks at the logarithm of them. */
    public static final int STEPS_MAX = 10_000;

    public Terms {
      if (!Double.isFinite(target)) {
        throw new IllegalArgumentException("The target (%s) must be a number.".formatted(target));
      }
      if (!(least <= most) || !Double.isFinite(most - least)) {
        throw new IllegalArgumentException(
            "The least amount (%s) must be no more than the most (%s).".formatted(least, most));
      }
      if (!(step > 0) || (most - least) / step > STEPS_MAX) {
        throw new IllegalArgumentException(
            "The step (%s) must be more than 0, and %d of them reach from %s to %s."
                .formatted(step, STEPS_MAX, least, most));
      }
    }

    int steps() {
      return (int) StrictMath.floor((most - least) / step + 1e-9);
    }

    double amount(int at) {
      return least + at * step;
    }
  }

  /**
   * One amount that was looked at.
   *
   * @param mean of the measure, with its interval
   */
  public record Point(double amount, Interval mean, boolean holds) {}

  /**
   * What was found.
   *
   * @param smallest amount that holds; empty if even the most does not
   * @param missesUpTo the greatest amount at which the target is missed beyond chance; empty if it
   *     never is. The true answer lies between this and the smallest that holds.
   * @param points all that were looked at, by amount
   * @param breaks where the measure rises beyond chance although the amount grows; none where the
   *     assumption holds
   */
  public record Found(
      Optional<Double> smallest,
      Optional<Double> missesUpTo,
      List<Point> points,
      List<String> breaks) {
    public Found {
      points = List.copyOf(points);
      breaks = List.copyOf(breaks);
    }

    /** Whether nothing speaks against the measure falling as the amount grows. */
    public boolean isMonotone() {
      return breaks.isEmpty();
    }
  }

  /**
   * A search.
   *
   * @param sample the measure at an amount, by replication, on the same seeds for all amounts; two
   *     at least
   */
  public TargetSearch(Terms terms, Function<Double, List<Double>> sample) {
    this.terms = terms;
    this.sample = sample;
  }

  /** Looks at no more than the logarithm of the number of steps, and two, amounts. */
  public Found find() {
    int steps = terms.steps();
    if (look(0).holds()) {
      return found(Optional.of(0));
    }
    if (steps == 0 || !look(steps).holds()) {
      return found(Optional.empty());
    }
    int misses = 0;
    int holds = steps;
    while (holds - misses > 1) {
      int middle = (misses + holds) / 2;
      if (look(middle).holds()) {
        holds = middle;
      } else {
        misses = middle;
      }
    }
    return found(Optional.of(holds));
  }

  private Point look(int at) {
    List<Double> sampled = sample.apply(terms.amount(at));
    if (sampled.size() < 2) {
      throw new IllegalArgumentException(
          "The measure at (%s) must be of two replications at least.".formatted(terms.amount(at)));
    }
    Interval mean = Interval.of(Moments.of(sampled), Interval.CONFIDENCE);
    Point point = new Point(terms.amount(at), mean, mean.high() <= terms.target());
    points.put(at, point);
    values.put(at, sampled);
    return point;
  }

  private Found found(Optional<Integer> smallest) {
    Optional<Double> misses = Optional.empty();
    for (Point point : points.values()) {
      if (point.mean().low() > terms.target()) {
        misses = Optional.of(point.amount());
      }
    }
    return new Found(smallest.map(terms::amount), misses, List.copyOf(points.values()), breaks());
  }

  /** So many pairs are looked at that each must be surer for all to be as sure. */
  private List<String> breaks() {
    List<String> breaks = new ArrayList<>();
    List<Integer> looked = List.copyOf(values.keySet());
    int pairs = Math.max(1, looked.size() * (looked.size() - 1) / 2);
    double confidence = 1 - (1 - Interval.CONFIDENCE) / pairs;
    for (int i = 0; i < looked.size(); i++) {
      for (int j = i + 1; j < looked.size(); j++) {
        Interval rise = rise(looked.get(i), looked.get(j), confidence);
        if (rise.low() > 0) {
          breaks.add(
              "from %s to %s the mean rises by %.1f (%.1f)"
                  .formatted(
                      terms.amount(looked.get(i)),
                      terms.amount(looked.get(j)),
                      rise.mean(),
                      rise.halfWidth()));
        }
      }
    }
    return breaks;
  }

  private Interval rise(int before, int after, double confidence) {
    List<Double> first = values.getOrDefault(before, List.of());
    List<Double> second = values.getOrDefault(after, List.of());
    Moments moments = new Moments();
    for (int pair = 0; pair < Math.min(first.size(), second.size()); pair++) {
      moments.add(second.get(pair) - first.get(pair));
    }
    return Interval.of(moments, confidence);
  }
}
