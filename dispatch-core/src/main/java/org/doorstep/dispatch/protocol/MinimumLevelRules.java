package org.doorstep.dispatch.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.CareLevel;

/**
 * What every version of the table of the minimum level of care has to keep, whatever its rows say.
 *
 * <p>It is total: some row always decides. It is monotone: a worse answer to one question never
 * lowers the urgency. Nothing below the hub comes out while a gate is missing, nor with a red flag.
 */
public final class MinimumLevelRules {
  private MinimumLevelRules() {}

  /** The rules that a table breaks for one input, as sentences; none when it keeps them all. */
  public static List<String> faults(DecisionTable table, List<Fact> facts) {
    Optional<CareLevel> level = level(table, facts);
    if (level.isEmpty()) {
      return List.of("No row decides for %s.".formatted(known(facts)));
    }
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      String name = facts.get(i).name();
      ClinicalInput input = ClinicalInput.of(name).orElseThrow();
      for (Optional<String> worse : worse(table, input, facts.get(i).value())) {
        level(table, with(facts, i, worse))
            .filter(after -> after.urgency() < level.get().urgency())
            .ifPresent(
                after ->
                    faults.add(
                        "%s falls to %s when (%s) goes to (%s) in %s."
                            .formatted(level.get(), after, name, worse.orElse(""), known(facts))));
      }
      if (input.isGate()) {
        checkGate(table, with(facts, i, Optional.empty()), name, faults);
      }
    }
    boolean redFlag =
        facts.contains(new Fact(ClinicalInput.RED_FLAG.column(), Optional.of("true")));
    if (redFlag && level.get().urgency() < CareLevel.HUB.urgency()) {
      faults.add("%s comes out with a red flag in %s.".formatted(level.get(), known(facts)));
    }
    return List.copyOf(faults);
  }

  /** The level that a table gives; empty where no row decides. */
  public static Optional<CareLevel> level(DecisionTable table, List<Fact> facts) {
    return table.counting(table.matching(facts)).stream()
        .findFirst()
        .map(row -> CareOutcome.of(table, row).level());
  }

  private static void checkGate(
      DecisionTable table, List<Fact> facts, String gate, List<String> faults) {
    level(table, facts)
        .filter(level -> level.urgency() < CareLevel.HUB.urgency())
        .ifPresent(
            level ->
                faults.add(
                    "%s comes out although (%s) is missing in %s."
                        .formatted(level, gate, known(facts))));
  }

  /** Values that are worse than a known one; none for what is missing or has no order. */
  private static List<Optional<String>> worse(
      DecisionTable table, ClinicalInput input, Optional<String> value) {
    if (value.isEmpty() || !input.isOrdered()) {
      return List.of();
    }
    if (input.kind() == TableColumn.Kind.NUMBER) {
      long number = Long.parseLong(value.get());
      // No total is below zero, and none that is could be called better than zero.
      return number < 0 ? List.of() : edgesAbove(table, input.column(), number);
    }
    List<String> order = input.mildestFirst();
    int place = order.indexOf(value.get());
    return place < 0
        ? List.of()
        : order.subList(place + 1, order.size()).stream().map(Optional::of).toList();
  }

  /** Numbers above one at which the table can change its mind. */
  private static List<Optional<String>> edgesAbove(
      DecisionTable table, String column, long number) {
    List<Optional<String>> edges = new ArrayList<>();
    edges.add(Optional.of(Long.toString(number + 1)));
    for (TableRow row : table.rows()) {
      for (Condition.Span span : row.condition(column).map(Condition::spans).orElse(List.of())) {
        span.from().ifPresent(from -> edges.add(Optional.of(Long.toString(from))));
        span.to().ifPresent(to -> edges.add(Optional.of(Long.toString(to + 1))));
      }
    }
    edges.removeIf(edge -> Long.parseLong(edge.orElseThrow()) <= number);
    return edges;
  }

  private static List<Fact> with(List<Fact> facts, int place, Optional<String> value) {
    List<Fact> changed = new ArrayList<>(facts);
    changed.set(place, new Fact(facts.get(place).name(), value));
    return changed;
  }

  private static List<String> known(List<Fact> facts) {
    return facts.stream()
        .filter(fact -> fact.value().isPresent())
        .map(fact -> fact.name() + "=" + fact.value().orElse(""))
        .toList();
  }
}
