package org.doorstep.simulator.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.doorstep.simulator.statistics.Interval;
import org.doorstep.simulator.statistics.Moments;
import org.doorstep.simulator.statistics.Precision;

/**
 * Looks at replications one after the other and says when there are enough. One thread.
 *
 * <p>It is shown whole replications only, from the first on and in their order; what has ended out
 * of turn waits until those before it have ended. So the number at which it stops is a function of
 * the scenarios and the seed, and neither of how many workers there are nor of which is quicker.
 * Runs beyond it, which idle workers have begun, are thrown away: to keep them would let the speed
 * of machines choose the sample.
 *
 * <p>The number depends on the values, so intervals hold a little less often than 95 in 100, the
 * more so the fewer replications there are; hence the least of {@link Precision}. A failed
 * replication has no value and counts towards the most only.
 */
final class EnoughWatch {
  private final Enough enough;
  private final List<Moments> values = new ArrayList<>();

  /** Of each scenario less the base; of the base itself it stays empty. */
  private final List<Moments> differences = new ArrayList<>();

  private final Set<String> seen = new TreeSet<>();
  private int replications;

  EnoughWatch(Enough enough, int scenarios) {
    this.enough = enough;
    for (int scenario = 0; scenario < scenarios; scenario++) {
      values.add(new Moments());
      differences.add(new Moments());
    }
  }

  /** How many it has been shown. */
  int replications() {
    return replications;
  }

  /**
   * Looks at the next replication.
   *
   * @param runs of every scenario, in their order
   * @return whether no more are needed
   * @throws IllegalArgumentException if none has the measure although there are enough to see
   */
  boolean add(List<Run> runs) {
    replications++;
    Optional<Double> base = value(runs.get(0));
    for (int scenario = 0; scenario < runs.size(); scenario++) {
      Optional<Double> own = value(runs.get(scenario));
      own.ifPresent(values.get(scenario)::add);
      if (scenario > 0 && base.isPresent() && own.isPresent()) {
        differences.get(scenario).add(own.get() - base.get());
      }
      runs.get(scenario).measured().ifPresent(each -> seen.addAll(each.values().keySet()));
    }
    Precision precision = enough.precision();
    if (replications < precision.least()) {
      return false;
    }
    requireMeasure();
    return replications >= precision.most() || isPrecise();
  }

  private Optional<Double> value(Run run) {
    return run.measured().flatMap(each -> Optional.ofNullable(each.values().get(enough.measure())));
  }

  private boolean isPrecise() {
    Precision precision = enough.precision();
    double wanted = precision.relative() * StrictMath.abs(values.get(0).mean());
    for (int scenario = 0; scenario < values.size(); scenario++) {
      Interval own = Interval.of(values.get(scenario), Interval.CONFIDENCE);
      if (!precision.isReached(own)) {
        return false;
      }
      Interval change = Interval.of(differences.get(scenario), Interval.CONFIDENCE);
      if (scenario > 0 && !(change.count() >= precision.least() && change.halfWidth() <= wanted)) {
        return false;
      }
    }
    return true;
  }

  private void requireMeasure() {
    if (!seen.isEmpty() && !seen.contains(enough.measure())) {
      throw new IllegalArgumentException(
          "The measure (%s) to be precise of is none that these scenarios have: %s."
              .formatted(enough.measure(), String.join(", ", seen)));
    }
  }
}
