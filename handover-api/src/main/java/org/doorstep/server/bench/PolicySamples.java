package org.doorstep.server.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.doorstep.simulator.matrix.RunFigures;
import org.doorstep.simulator.statistics.Interval;

/** What the replications of one fleet have come to, by policy. */
final class PolicySamples {
  private final Map<String, List<RunFigures>> runs = new LinkedHashMap<>();

  /** Adds a replication: all policies over the same calls. */
  void add(Map<String, RunFigures> replication) {
    replication.forEach(
        (policy, figures) -> runs.computeIfAbsent(policy, each -> new ArrayList<>()).add(figures));
  }

  /** The policies that were run, in their order. */
  List<String> policies() {
    return List.copyOf(runs.keySet());
  }

  /** The mean of a measure over the replications. */
  Interval measure(String policy, ToDoubleFunction<RunFigures> of) {
    return Interval.of(values(policy, of));
  }

  /** What each replication has given for a measure. */
  List<Double> values(String policy, ToDoubleFunction<RunFigures> of) {
    return Objects.requireNonNull(runs.get(policy), policy).stream()
        .map(each -> of.applyAsDouble(each))
        .toList();
  }
}
