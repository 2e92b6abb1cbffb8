package org.doorstep.simulator.experiment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the runs of an experiment have measured.
 *
 * @param scenarios their names, the base first
 * @param planned how many runs were wanted
 * @param runs in the order of replications, those of one replication in the order of scenarios
 */
public record Results(List<String> scenarios, int planned, List<Run> runs) {
  public Results {
    scenarios = List.copyOf(scenarios);
    runs = List.copyOf(runs);
  }

  /** {@code done}, or how far it came. */
  public String state() {
    return runs.size() == planned
        ? "done"
        : "stopped after %d of %d".formatted(runs.size(), planned);
  }

  /** Those that failed. */
  public List<Run> failures() {
    return runs.stream().filter(run -> run.failure().isPresent()).toList();
  }

  /** The names of everything that was measured, in the order of their first mention. */
  public List<String> measures() {
    Set<String> names = new LinkedHashSet<>();
    runs.forEach(run -> run.measured().ifPresent(each -> names.addAll(each.values().keySet())));
    return List.copyOf(names);
  }

  /** The values of a measure in the replications of a scenario that have one. */
  public List<Double> values(String scenario, String measure) {
    List<Double> values = new ArrayList<>();
    for (Run run : runs) {
      if (run.scenario().equals(scenario)) {
        value(run, measure).ifPresent(values::add);
      }
    }
    return values;
  }

  /** What the replications of a scenario have measured, in their order. */
  public List<Measured> measured(String scenario) {
    return runs.stream()
        .filter(run -> run.scenario().equals(scenario))
        .flatMap(run -> run.measured().stream())
        .toList();
  }

  /** The values of a measure in the replications that have one under both scenarios. */
  public Pairs pairs(String before, String after, String measure) {
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();
    for (Run run : runs) {
      Optional<Double> one = run.scenario().equals(before) ? value(run, measure) : Optional.empty();
      Optional<Double> other =
          one.isPresent()
              ? find(after, run.replication()).flatMap(paired -> value(paired, measure))
              : Optional.empty();
      if (one.isPresent() && other.isPresent()) {
        first.add(one.get());
        second.add(other.get());
      }
    }
    return new Pairs(first, second);
  }

  /** Values pair by pair. */
  public record Pairs(List<Double> before, List<Double> after) {
    public Pairs {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  private Optional<Run> find(String scenario, int replication) {
    return runs.stream()
        .filter(run -> run.scenario().equals(scenario) && run.replication() == replication)
        .findFirst();
  }

  private static Optional<Double> value(Run run, String measure) {
    return run.measured().flatMap(each -> Optional.ofNullable(each.values().get(measure)));
  }
}
