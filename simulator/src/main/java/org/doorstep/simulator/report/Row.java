package org.doorstep.simulator.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One row of a table while it is made: cells by the names of their columns. One thread. */
final class Row {
  private final Map<String, String> cells = new LinkedHashMap<>();

  Row put(String column, Object value) {
    cells.put(column, String.valueOf(value));
    return this;
  }

  Row put(String column, Optional<?> value) {
    value.ifPresent(each -> put(column, each));
    return this;
  }

  /** In universal time, to the second: the log knows more, nobody reports more. */
  Row at(String column, Optional<Instant> at) {
    return put(column, at.map(each -> each.truncatedTo(ChronoUnit.SECONDS)));
  }

  void putAll(Row other) {
    cells.putAll(other.cells);
  }

  /** The cells of both. */
  Row and(Row other) {
    Row both = new Row();
    both.cells.putAll(cells);
    both.cells.putAll(other.cells);
    return both;
  }

  /** As a line; a column without a value is empty, and one that is not there is a mistake. */
  static String line(List<Column> columns, Row row) {
    List<String> names = columns.stream().map(Column::name).toList();
    if (!names.containsAll(row.cells.keySet())) {
      throw new IllegalStateException("A row has a column that its table has not.");
    }
    return names.stream()
        .map(name -> quoted(row.cells.getOrDefault(name, "")))
        .collect(Collectors.joining(","));
  }

  static String header(List<Column> columns) {
    return columns.stream().map(Column::name).collect(Collectors.joining(","));
  }

  static String quoted(String cell) {
    return cell.contains(",") || cell.contains("\"")
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
