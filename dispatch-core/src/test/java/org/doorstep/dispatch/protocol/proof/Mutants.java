package org.doorstep.dispatch.protocol.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.protocol.Condition;
import org.doorstep.dispatch.protocol.Condition.Match;
import org.doorstep.dispatch.protocol.Condition.Span;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.InputDomain;
import org.doorstep.dispatch.protocol.TableColumn;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.protocol.TableRow;

/** Every table that differs from one by a slip in one row or cell. */
final class Mutants {
  private final DecisionTable table;
  private final TableKind kind;
  private final List<Mutant> mutants = new ArrayList<>();

  /**
   * A slip, in words, and the table with it.
   *
   * @param takesAway whether a row or a cell is lost, or an output another
   */
  record Mutant(String slip, boolean takesAway, DecisionTable table) {}

  private Mutants(DecisionTable table) {
    this.table = table;
    this.kind = TableKind.of(table);
  }

  static List<Mutant> of(DecisionTable table) {
    Mutants made = new Mutants(table);
    for (int row = 0; row < table.rows().size(); row++) {
      made.withoutRow(row);
      made.withOtherCells(row);
      made.withOtherOutputs(row);
    }
    return made.mutants;
  }

  private void withoutRow(int row) {
    List<TableRow> rows = new ArrayList<>(table.rows());
    TableRow lost = rows.remove(row);
    add(lost.id() + " lost", true, rows);
  }

  private void withOtherCells(int at) {
    TableRow row = table.rows().get(at);
    for (TableColumn input : table.inputs()) {
      Optional<Condition> cell = row.condition(input.name());
      for (Optional<Condition> other : others(kind.findInput(input.name()).orElseThrow(), cell)) {
        List<Condition> when = new ArrayList<>(row.when());
        cell.ifPresent(when::remove);
        other.ifPresent(when::add);
        put(
            at,
            "%s %s %s".formatted(row.id(), input.name(), other),
            // What is left over for the last row needs no asking; it asks for the reader.
            other.isEmpty() && at < table.rows().size() - 1,
            when,
            row.then());
      }
    }
  }

  /** The cell left empty, turned to each other value, and each number one off. */
  private static List<Optional<Condition>> others(InputDomain input, Optional<Condition> cell) {
    List<Optional<Condition>> others = new ArrayList<>();
    others.add(Optional.empty());
    others.add(Optional.of(new Condition(input.name(), Match.MISSING, List.of(), List.of())));
    if (input.kind() == TableColumn.Kind.NUMBER) {
      for (Span span : cell.map(Condition::spans).orElse(List.of())) {
        for (long by : new long[] {-1, 1}) {
          span.from()
              .ifPresent(from -> others.add(within(input, Optional.of(from + by), span.to())));
          span.to().ifPresent(to -> others.add(within(input, span.from(), Optional.of(to + by))));
        }
      }
      if (cell.isEmpty()) {
        others.add(within(input, Optional.of(1L), Optional.empty()));
        others.add(within(input, Optional.empty(), Optional.of(0L)));
      }
    } else {
      for (String value : input.mildestFirst()) {
        others.add(values(input, Match.ONE_OF, List.of(value)));
        others.add(values(input, Match.NONE_OF, List.of(value)));
        cell.ifPresent(held -> others.add(without(input, held, value)));
      }
    }
    others.removeIf(cell::equals);
    others.removeIf(other -> other.isPresent() && isEmpty(other.get()));
    return others;
  }

  private static Optional<Condition> without(InputDomain input, Condition held, String value) {
    List<String> left = new ArrayList<>(held.values());
    left.remove(value);
    return left.isEmpty() ? Optional.of(held) : values(input, held.match(), left);
  }

  private static Optional<Condition> within(
      InputDomain input, Optional<Long> from, Optional<Long> to) {
    return Optional.of(
        new Condition(input.name(), Match.WITHIN, List.of(), List.of(new Span(from, to))));
  }

  private static Optional<Condition> values(InputDomain input, Match match, List<String> values) {
    return Optional.of(new Condition(input.name(), match, values, List.of()));
  }

  private static boolean isEmpty(Condition condition) {
    return condition.spans().stream()
        .anyMatch(
            span ->
                span.from().isPresent()
                    && span.to().isPresent()
                    && span.from().get() > span.to().get());
  }

  private void withOtherOutputs(int at) {
    TableRow row = table.rows().get(at);
    for (int output = 0; output < row.then().size(); output++) {
      for (String other : otherOutputs(table.outputs().get(output), row.then().get(output))) {
        List<String> then = new ArrayList<>(row.then());
        then.set(output, other);
        put(at, "%s gives %s".formatted(row.id(), then), true, row.when(), then);
      }
    }
  }

  private static List<String> otherOutputs(TableColumn output, String said) {
    List<String> others = new ArrayList<>(output.values());
    switch (output.kind()) {
      case BOOLEAN -> others.addAll(List.of("true", "false"));
      case NUMBER -> others.add(Long.toString(Long.parseLong(said) + 1));
      case STRING -> {
        if (output.values().isEmpty()) {
          others.add("ADVANCED_CARE");
        }
      }
    }
    others.remove(said);
    return others;
  }

  private void put(
      int at, String slip, boolean takesAway, List<Condition> when, List<String> then) {
    TableRow row = table.rows().get(at);
    List<TableRow> rows = new ArrayList<>(table.rows());
    rows.set(at, new TableRow(row.id(), when, then, row.words(), row.source(), row.whenMissing()));
    add(slip, takesAway, rows);
  }

  private void add(String slip, boolean takesAway, List<TableRow> rows) {
    mutants.add(
        new Mutant(
            slip,
            takesAway,
            new DecisionTable(
                table.identity(),
                table.origin(),
                table.hitPolicy(),
                table.inputs(),
                table.outputs(),
                rows)));
  }
}
