package org.doorstep.dispatch.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * A decision table as a value: it is compiled from a DMN file, ships beside it, and runs without a
 * DMN engine.
 *
 * @param inputs at most {@link #COLUMNS_MAX}
 * @param rows in the order of the file, at most {@link #ROWS_MAX}
 */
public record DecisionTable(
    TableIdentity identity,
    TableOrigin origin,
    HitPolicy hitPolicy,
    List<TableColumn> inputs,
    List<TableColumn> outputs,
    List<TableRow> rows) {
  /** More columns than a person can read. */
  public static final int COLUMNS_MAX = 32;

  /** More rows than a person can read. */
  public static final int ROWS_MAX = 200;

  public DecisionTable {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    rows = List.copyOf(rows);
    checkSize("inputs", identity, inputs.size(), COLUMNS_MAX);
    checkSize("outputs", identity, outputs.size(), COLUMNS_MAX);
    checkSize("rows", identity, rows.size(), ROWS_MAX);
    checkRows(identity, inputs, outputs, rows);
  }

  /** The facts that this table needs, in the order of its inputs; what is not there is missing. */
  public List<Fact> facts(SortedMap<String, Optional<String>> known) {
    List<Fact> facts = new ArrayList<>(inputs.size());
    for (TableColumn input : inputs) {
      Optional<String> value = known.get(input.name());
      if (value == null) {
        throw new IllegalArgumentException(
            "The table (%s) asks for (%s), which an assessment does not tell."
                .formatted(identity.id(), input.name()));
      }
      facts.add(new Fact(input.name(), value));
    }
    return List.copyOf(facts);
  }

  /** All rows that match, in the order of the table; one fact for each input, in their order. */
  public List<TableRow> matching(List<Fact> facts) {
    if (facts.size() != inputs.size()) {
      throw new IllegalArgumentException(
          "The table (%s) must be asked with %d facts, not %d."
              .formatted(identity.id(), inputs.size(), facts.size()));
    }
    return rows.stream().filter(row -> holds(row, facts)).toList();
  }

  /**
   * The rows that count by the hit policy, out of those that match: one or none, or all for {@link
   * HitPolicy#COLLECT}.
   *
   * @throws IllegalStateException if more than one row of a unique table matches
   */
  public List<TableRow> counting(List<TableRow> matching) {
    return switch (hitPolicy) {
      case COLLECT -> List.copyOf(matching);
      case FIRST -> matching.stream().limit(1).toList();
      case PRIORITY -> matching.stream().sorted(priority()).limit(1).toList();
      case UNIQUE -> {
        if (matching.size() > 1) {
          throw new IllegalStateException(
              "The rows (%s) and (%s) of the unique table (%s) match together."
                  .formatted(matching.get(0).id(), matching.get(1).id(), identity.id()));
        }
        yield List.copyOf(matching);
      }
    };
  }

  /** What a row says for an output. */
  public String output(TableRow row, String name) {
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i).name().equals(name)) {
        return row.then().get(i);
      }
    }
    throw new IllegalArgumentException(
        "The table (%s) has no output (%s).".formatted(identity.id(), name));
  }

  /** Sorts rows by their outputs, leftmost first; the sort keeps the order of equal rows. */
  Comparator<TableRow> priority() {
    Comparator<TableRow> order = Comparator.comparingInt(row -> 0);
    for (int i = 0; i < outputs.size(); i++) {
      int column = i;
      List<String> values = outputs.get(i).values();
      if (!values.isEmpty()) {
        order = order.thenComparingInt(row -> values.indexOf(row.then().get(column)));
      }
    }
    return order;
  }

  private boolean holds(TableRow row, List<Fact> facts) {
    for (Condition condition : row.when()) {
      Optional<String> value = Optional.empty();
      for (Fact fact : facts) {
        if (fact.name().equals(condition.input())) {
          value = fact.value();
        }
      }
      if (!condition.holds(value)) {
        return false;
      }
    }
    return true;
  }

  private static void checkSize(String what, TableIdentity table, int size, int most) {
    if (size == 0 || size > most) {
      throw new IllegalArgumentException(
          "The number of %s (%d) of the table (%s) must be 1 to %d."
              .formatted(what, size, table.id(), most));
    }
  }

  private static void checkRows(
      TableIdentity table,
      List<TableColumn> inputs,
      List<TableColumn> outputs,
      List<TableRow> rows) {
    TreeSet<String> names = new TreeSet<>();
    inputs.forEach(input -> names.add(input.name()));
    TreeSet<String> ids = new TreeSet<>();
    for (TableRow row : rows) {
      String where = "The row (%s) of the table (%s)".formatted(row.id(), table.id());
      if (!ids.add(row.id())) {
        throw new IllegalArgumentException(where + " must be there once.");
      }
      if (row.then().size() != outputs.size()) {
        throw new IllegalArgumentException(
            where + " must have %d outputs.".formatted(outputs.size()));
      }
      for (Condition condition : row.when()) {
        if (!names.contains(condition.input())) {
          throw new IllegalArgumentException(
              where + " asks for (%s), which is no input.".formatted(condition.input()));
        }
      }
      checkOutputs(where, outputs, row);
    }
  }

  private static void checkOutputs(String where, List<TableColumn> outputs, TableRow row) {
    for (int i = 0; i < outputs.size(); i++) {
      List<String> values = outputs.get(i).values();
      if (!values.isEmpty() && !values.contains(row.then().get(i))) {
        throw new IllegalArgumentException(
            "%s must give one of %s for (%s), not (%s)."
                .formatted(where, values, outputs.get(i).name(), row.then().get(i)));
      }
    }
  }
}
