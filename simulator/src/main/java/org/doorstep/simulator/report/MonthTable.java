package org.doorstep.simulator.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.simulator.measure.AmbsysMonths;
import org.doorstep.simulator.measure.AmbsysMonths.OfMonth;
import org.doorstep.simulator.measure.Figures;
import org.doorstep.simulator.measure.Measure;
import org.doorstep.simulator.measure.Window;

/**
 * The national measures of each month as a table: codes as columns, as they are published. What
 * cannot be known stands nowhere as a nought.
 */
public final class MonthTable {
  /** What stands where there is no value, in the published table as here. */
  private static final String NOTHING = ".";

  private static final List<Measure> WITHOUT_CODE =
      List.of(Measure.CALLS, Measure.CLOSED_WITHOUT_RESPONSE, Measure.STILL_OPEN);

  private final List<OfMonth> months;
  private final Optional<Window> log;
  private final ZoneId zone;

  /**
   * A table.
   *
   * @param log from the first event of the log to the last; empty where there is none
   */
  public MonthTable(List<OfMonth> months, Optional<Window> log, ZoneId zone) {
    this.months = List.copyOf(months);
    this.log = log;
    this.zone = zone;
  }

  /** How much of a month the log has seen. */
  public enum Covered {
    WHOLE,
    PART,
    NONE
  }

  /** Calls that made no incident are not in the log, so that A1 is not what {@code CALLS} has. */
  private static boolean isKnown(Measure measure) {
    return measure.code().isPresent() && measure != Measure.CALLS;
  }

  /** The measures that the table has, by the numbers of their codes. */
  public static List<Measure> measures() {
    return Stream.of(Measure.values())
        .filter(MonthTable::isKnown)
        .sorted(Comparator.comparingInt(MonthTable::number))
        .toList();
  }

  private static int number(Measure measure) {
    return Integer.parseInt(measure.code().orElse("A0").substring(1));
  }

  /** Header and a line for each month. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        Stream.of(
                Stream.of("month", "from", "to", "whole_month", "log_covers"),
                measures().stream().map(measure -> measure.code().orElse("")),
                WITHOUT_CODE.stream().map(MonthTable::name))
            .flatMap(each -> each)
            .collect(Collectors.joining(",")));
    months.forEach(month -> lines.add(line(month)));
    return lines;
  }

  private static String name(Measure measure) {
    return measure.key().replace('-', '_');
  }

  private String line(OfMonth month) {
    Stream<String> head =
        Stream.of(
            month.part().month().toString(),
            month.part().first().toString(),
            month.part().last().toString(),
            month.part().isWhole() ? "YES" : "NO",
            covered(month).name());
    Map<String, Long> values = values(month);
    Stream<String> cells =
        Stream.concat(
                measures().stream().map(measure -> measure.code().orElse("")),
                WITHOUT_CODE.stream().map(MonthTable::name))
            .map(name -> values.containsKey(name) ? String.valueOf(values.get(name)) : NOTHING);
    return Stream.concat(head, cells).collect(Collectors.joining(","));
  }

  /** Counts and whole seconds by code, without those that have no value; none at all of no log. */
  public Map<String, Long> values(OfMonth month) {
    Map<String, Long> values = new LinkedHashMap<>();
    if (covered(month) == Covered.NONE) {
      return values;
    }
    Figures figures = month.figures();
    for (Measure measure : measures()) {
      put(values, measure.code().orElse(""), figures.of(measure));
    }
    WITHOUT_CODE.forEach(measure -> put(values, name(measure), figures.of(measure)));
    return values;
  }

  private static void put(Map<String, Long> values, String name, double value) {
    if (Double.isFinite(value)) {
      values.put(name, Math.round(value));
    }
  }

  /** How much of a month the log has seen. */
  public Covered covered(OfMonth month) {
    Window window = AmbsysMonths.window(month.part().first(), month.part().last(), zone);
    if (log.isEmpty()) {
      return Covered.NONE;
    }
    Instant first = log.get().from();
    Instant last = log.get().until();
    if (!first.isBefore(window.until()) || last.isBefore(window.from())) {
      return Covered.NONE;
    }
    boolean whole = !first.isAfter(window.from()) && !last.isBefore(window.until());
    return whole ? Covered.WHOLE : Covered.PART;
  }

  /** The months, in their order. */
  public List<OfMonth> months() {
    return months;
  }

  /** What the columns mean. */
  public static List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("month", "calendar month of the opening", "month", "IncidentOpened"));
    columns.add(new Column("from", "first day that counts, local time", "day", "as asked"));
    columns.add(new Column("to", "last day that counts, local time", "day", "as asked"));
    columns.add(Column.word("whole_month", "YES if all days of the month count", "as asked"));
    columns.add(Column.word("log_covers", "WHOLE, PART or NONE of these days", "the log"));
    for (Measure measure : measures()) {
      columns.add(column(measure.code().orElse(""), measure));
    }
    WITHOUT_CODE.forEach(measure -> columns.add(column(name(measure), measure)));
    return columns;
  }

  private static Column column(String name, Measure measure) {
    boolean timed = measure.kind() == Measure.Kind.SECONDS;
    return new Column(
        name, measure.words(), timed ? "seconds" : "number", MeasureEvents.of(measure));
  }
}
