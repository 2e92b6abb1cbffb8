package org.doorstep.dispatch.shell.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.doorstep.dispatch.protocol.Condition;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.Fact;
import org.doorstep.dispatch.protocol.TableColumn;
import org.doorstep.dispatch.protocol.TableRow;

/**
 * Numbered inputs of a table: the same number gives the same input on every machine.
 *
 * <p>They are spread evenly over what the table can tell apart; half of them are near one of its
 * rows, so that rows with many conditions are met too.
 */
public final class SampleFacts {
  /** A code that no table knows. */
  public static final Optional<String> UNKNOWN = Optional.of("something else");

  private static final int STRAY_ONE_IN = 20;

  private final DecisionTable table;
  private final List<List<Optional<String>>> values;
  private long state;

  /** Inputs of that table. */
  public SampleFacts(DecisionTable table) {
    this.table = table;
    this.values = table.inputs().stream().map(input -> values(table, input)).toList();
  }

  /** One fact for each input of the table. */
  public List<Fact> number(long number) {
    state = number * 0x632BE59BD9B4E019L;
    TableRow near = table.rows().get(below(table.rows().size()));
    boolean isNear = below(2) == 0;
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String name = table.inputs().get(i).name();
      List<Optional<String>> choice = values.get(i);
      Optional<Condition> condition = near.condition(name);
      if (isNear && condition.isPresent() && below(STRAY_ONE_IN) > 0) {
        Condition held = condition.get();
        choice = choice.stream().filter(held::holds).toList();
      }
      facts.add(new Fact(name, choice.get(below(choice.size()))));
    }
    return facts;
  }

  /** A step of SplitMix64 (Steele, Lea, Flood. OOPSLA 2014), reduced to {@code [0, bound)}. */
  private int below(int bound) {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 31), bound);
  }

  /** Every value that the table can tell apart, one that it does not know, and missing. */
  private static List<Optional<String>> values(DecisionTable table, TableColumn input) {
    Set<String> values = new TreeSet<>();
    for (TableRow row : table.rows()) {
      Optional<Condition> condition = row.condition(input.name());
      if (condition.isPresent()) {
        values.addAll(condition.get().values());
        condition.get().spans().forEach(span -> addEdges(values, span));
      }
    }
    switch (input.kind()) {
      case BOOLEAN -> values.addAll(List.of("false", "true"));
      case NUMBER -> values.add("0");
      case STRING -> values.add(UNKNOWN.orElseThrow());
    }
    List<Optional<String>> all = new ArrayList<>(List.of(Optional.empty()));
    values.forEach(value -> all.add(Optional.of(value)));
    return all;
  }

  private static void addEdges(Set<String> values, Condition.Span span) {
    for (Optional<Long> edge : List.of(span.from(), span.to())) {
      if (edge.isPresent()) {
        for (long near = edge.get() - 1; near <= edge.get() + 1; near++) {
          values.add(Long.toString(near));
        }
      }
    }
  }
}
