package org.doorstep.simulator.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.simulator.file.FileFault;

/**
 * The national ambulance system indicators as published: one row for each organisation and month.
 *
 * <p>Source: NHS England, Ambulance Quality Indicators, AmbSYS time series, Open Government
 * Licence.
 */
public final class AmbsysTable {
  private static final List<String> KEYS = List.of("Year", "Month", "Org Code");

  /** What stands where an organisation has not said. */
  private static final String NOTHING = ".";

  private final String name;
  private final Map<String, Integer> columns;
  private final List<Row> rows;

  private record Row(int line, YearMonth month, String organisation, List<String> cells) {}

  private AmbsysTable(String name, Map<String, Integer> columns, List<Row> rows) {
    this.name = name;
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * Reads the published file.
   *
   * @throws FileFault if it cannot be read, lacks a column or has a row of another length
   */
  public static AmbsysTable read(Path csv) {
    try {
      return read(String.valueOf(csv.getFileName()), Files.readAllLines(csv));
    } catch (IOException e) {
      throw new FileFault(csv.toString(), "cannot be read: " + e);
    }
  }

  /** As above, of lines; the first names the columns. */
  static AmbsysTable read(String name, List<String> lines) {
    if (lines.isEmpty()) {
      throw new FileFault(name, "must not be empty");
    }
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (String column : cells(lines.get(0))) {
      columns.put(column, columns.size());
    }
    for (String key : KEYS) {
      if (!columns.containsKey(key)) {
        throw new FileFault(name, "must have the column " + key);
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int line = 1; line < lines.size(); line++) {
      if (!lines.get(line).isBlank()) {
        rows.add(row(name, columns, line + 1, cells(lines.get(line))));
      }
    }
    return new AmbsysTable(name, columns, rows);
  }

  private static List<String> cells(String line) {
    return List.of(line.strip().split(",", -1));
  }

  private static Row row(String name, Map<String, Integer> columns, int line, List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new FileFault(
          name, "line %d has %d cells and not %d".formatted(line, cells.size(), columns.size()));
    }
    List<String> keys = KEYS.stream().map(key -> cells.get(columns.getOrDefault(key, 0))).toList();
    try {
      YearMonth month = YearMonth.of(Integer.parseInt(keys.get(0)), Integer.parseInt(keys.get(1)));
      return new Row(line, month, keys.get(2), cells);
    } catch (NumberFormatException | DateTimeException e) {
      throw new FileFault(
          name, "line %d has no month (%s-%s)".formatted(line, keys.get(0), keys.get(1)));
    }
  }

  /**
   * The measures of an organisation over months: counts and totals summed, means as total by count.
   * The 90ths of months cannot be put together exactly; theirs is the mean of the months, each
   * weighted by its incidents. A measure that no month has is left out; where some months lack one,
   * the others stand.
   *
   * @param organisation its code, for example {@code RYD}
   * @param first the first month, included
   * @param last the last month, included
   * @throws FileFault if a month is missing
   */
  public Figures sum(String organisation, YearMonth first, YearMonth last) {
    List<Row> chosen = new ArrayList<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      chosen.add(find(organisation, month));
    }
    EnumMap<Measure, Double> values = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      boolean isAdded = !isMean(measure) && !isP90(measure);
      if (isAdded && measure.code().isPresent()) {
        values.put(measure, total(chosen, measure));
      }
    }
    for (ResponseClass of : ResponseClass.values()) {
      Measure count = Measure.incidents(of);
      put(values, chosen, count, Measure.totalSeconds(of), Measure.meanSeconds(of));
      values.put(Measure.p90Seconds(of), weighted(chosen, Measure.p90Seconds(of), count));
    }
    for (RequestClass of : RequestClass.values()) {
      put(values, chosen, of.incidents(), of.totalSeconds(), of.meanSeconds());
      values.put(of.p90Seconds(), weighted(chosen, of.p90Seconds(), of.incidents()));
    }
    put(
        values,
        chosen,
        Measure.HANDOVERS,
        Measure.HANDOVER_TOTAL_SECONDS,
        Measure.HANDOVER_MEAN_SECONDS);
    values.put(
        Measure.HANDOVER_P90_SECONDS,
        weighted(chosen, Measure.HANDOVER_P90_SECONDS, Measure.HANDOVERS));
    values.put(Measure.OTHER_INCIDENTS, others(values));
    return new Figures(values);
  }

  private static boolean isMean(Measure measure) {
    return measure.name().endsWith("_MEAN_SECONDS");
  }

  private static boolean isP90(Measure measure) {
    return measure.name().endsWith("_P90_SECONDS");
  }

  private Row find(String organisation, YearMonth month) {
    return rows.stream()
        .filter(row -> row.organisation().equals(organisation) && row.month().equals(month))
        .findFirst()
        .orElseThrow(
            () -> new FileFault(name, "has no row of %s in %s".formatted(organisation, month)));
  }

  /** Over the months that have both, so that a month without one does not bend the mean. */
  private void put(
      Map<Measure, Double> values, List<Row> rows, Measure count, Measure total, Measure mean) {
    double seconds = 0;
    double incidents = 0;
    for (Row row : rows) {
      Optional<Double> ofMonth = cell(row, total);
      Optional<Double> countOfMonth = cell(row, count);
      if (ofMonth.isPresent() && countOfMonth.isPresent()) {
        seconds += ofMonth.get();
        incidents += countOfMonth.get();
      }
    }
    values.put(mean, seconds / incidents);
  }

  private double total(List<Row> rows, Measure measure) {
    double sum = 0;
    boolean any = false;
    for (Row row : rows) {
      Optional<Double> cell = cell(row, measure);
      any |= cell.isPresent();
      sum += cell.orElse(0.0);
    }
    return any ? sum : Double.NaN;
  }

  private double weighted(List<Row> rows, Measure measure, Measure weight) {
    double sum = 0;
    double weights = 0;
    for (Row row : rows) {
      Optional<Double> cell = cell(row, measure);
      double share = cell(row, weight).orElse(0.0);
      sum += cell.orElse(0.0) * share;
      weights += cell.isPresent() ? share : 0;
    }
    return sum / weights;
  }

  private static double others(Map<Measure, Double> values) {
    double others = values.getOrDefault(Measure.INCIDENTS, Double.NaN);
    for (ResponseClass of : ResponseClass.values()) {
      if (of != ResponseClass.C1T) {
        others -= values.getOrDefault(Measure.incidents(of), Double.NaN);
      }
    }
    return others;
  }

  private Optional<Double> cell(Row row, Measure measure) {
    Integer column = measure.code().map(columns::get).orElse(null);
    if (column == null) {
      return Optional.empty();
    }
    String cell = row.cells().get(column);
    if (cell.equals(NOTHING) || cell.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Double.valueOf(cell));
    } catch (NumberFormatException e) {
      throw new FileFault(
          name,
          "line %d, %s (%s): must be a number or a dot"
              .formatted(row.line(), measure.code().orElse(""), cell));
    }
  }
}
