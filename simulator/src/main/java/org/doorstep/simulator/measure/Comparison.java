package org.doorstep.simulator.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.doorstep.simulator.file.Decimals;

/**
 * Our measures beside published ones: volumes, shares, times, and by how much ours are off.
 *
 * @param rows in the order of the table
 */
public record Comparison(List<Row> rows) {
  private static final double MINUTE_SECONDS = 60;
  private static final double PERCENT = 100;

  public Comparison {
    rows = List.copyOf(rows);
  }

  /** In what a row counts, and what its error is. */
  public enum Unit {
    /** Ours beside the published number brought to our size; the error is relative. */
    VOLUME("a year"),
    /** In percent; the error is in points. */
    PERCENT("%"),
    /** In minutes; the error is relative. */
    MINUTES("min"),
    /** For each incident; the error is relative. */
    EACH("each");

    private final String words;

    Unit(String words) {
      this.words = words;
    }
  }

  /**
   * One figure.
   *
   * @param ours NaN where we have none
   * @param published NaN where it is not published
   */
  public record Row(String words, Unit unit, double ours, double published) {
    /** Ours less the published, in points of a percentage, else in percent of the published. */
    public double error() {
      return unit == Unit.PERCENT
          ? ours - published
          : Comparison.PERCENT * (ours - published) / published;
    }
  }

  /**
   * Puts figures side by side.
   *
   * @param scale how much of the published volume is expected here: the share of the population
   *     times the share of the time
   */
  public static Comparison of(Figures ours, Figures published, double scale) {
    List<Row> rows = new ArrayList<>();
    for (Measure measure : List.of(Measure.CALLS, Measure.INCIDENTS, Measure.FACE_TO_FACE)) {
      rows.add(
          new Row(measure.words(), Unit.VOLUME, ours.of(measure), scale * published.of(measure)));
    }
    for (ResponseClass of : ResponseClass.values()) {
      share(rows, Measure.incidents(of), Measure.INCIDENTS, ours, published);
    }
    for (Measure part :
        List.of(
            Measure.OTHER_INCIDENTS,
            Measure.HEAR_AND_TREAT,
            Measure.SEE_AND_TREAT,
            Measure.TO_ED,
            Measure.TO_ELSEWHERE)) {
      share(rows, part, Measure.INCIDENTS, ours, published);
    }
    for (ResponseClass of : ResponseClass.values()) {
      minutes(rows, Measure.meanSeconds(of), ours, published);
      minutes(rows, Measure.p90Seconds(of), ours, published);
    }
    for (ResponseClass of : ResponseClass.values()) {
      each(rows, Measure.allocated(of), Measure.incidents(of), ours, published);
      each(rows, Measure.arriving(of), Measure.incidents(of), ours, published);
    }
    minutes(rows, Measure.HANDOVER_MEAN_SECONDS, ours, published);
    minutes(rows, Measure.HANDOVER_P90_SECONDS, ours, published);
    share(rows, Measure.HANDOVERS_OVER_15, Measure.HANDOVERS, ours, published);
    share(rows, Measure.HANDOVERS_OVER_30, Measure.HANDOVERS, ours, published);
    share(rows, Measure.HANDOVERS_OVER_60, Measure.HANDOVERS, ours, published);
    return new Comparison(rows);
  }

  private static void share(
      List<Row> rows, Measure part, Measure whole, Figures ours, Figures published) {
    rows.add(
        new Row(
            part.words(),
            Unit.PERCENT,
            PERCENT * ours.ratio(part, whole),
            PERCENT * published.ratio(part, whole)));
  }

  private static void minutes(List<Row> rows, Measure measure, Figures ours, Figures published) {
    rows.add(
        new Row(
            measure.words(),
            Unit.MINUTES,
            ours.of(measure) / MINUTE_SECONDS,
            published.of(measure) / MINUTE_SECONDS));
  }

  private static void each(
      List<Row> rows, Measure part, Measure whole, Figures ours, Figures published) {
    rows.add(
        new Row(part.words(), Unit.EACH, ours.ratio(part, whole), published.ratio(part, whole)));
  }

  /** For people: aligned, a line for each row. */
  public String table() {
    StringBuilder table = new StringBuilder();
    table.append(line("", "", "ours", "published", "error"));
    for (Row row : rows) {
      table.append(
          line(
              row.words(),
              row.unit().words,
              number(row.ours(), row.unit()),
              number(row.published(), row.unit()),
              error(row)));
    }
    return table.toString();
  }

  private static String line(
      String words, String unit, String ours, String published, String error) {
    return "%-56s %-6s %12s %12s %10s%n"
        .formatted(words, unit, ours, published, error)
        .replace("\r", "");
  }

  private static String number(double value, Unit unit) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    return unit == Unit.VOLUME
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, unit == Unit.EACH ? "%.2f" : "%.1f", value);
  }

  private static String error(Row row) {
    if (!Double.isFinite(row.error())) {
      return "-";
    }
    return String.format(Locale.ROOT, "%+.1f", row.error())
        + (row.unit() == Unit.PERCENT ? " pt" : " %");
  }

  /** For machines: points as decimal separators, nothing where there is no value. */
  public String csv() {
    StringBuilder csv = new StringBuilder("figure,unit,ours,published,error\n");
    for (Row row : rows) {
      csv.append(
          "%s,%s,%s,%s,%s%n"
              .formatted(
                  row.words().replace(",", ""),
                  row.unit().words,
                  cell(row.ours()),
                  cell(row.published()),
                  cell(row.error()))
              .replace("\r", ""));
    }
    return csv.toString();
  }

  private static String cell(double value) {
    return Double.isFinite(value) ? Decimals.text(value) : "";
  }
}
