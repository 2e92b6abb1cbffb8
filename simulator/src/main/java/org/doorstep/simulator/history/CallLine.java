package org.doorstep.simulator.history;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.doorstep.dispatch.model.Category;

/** Reads one line of a file of calls. */
final class CallLine {
  private static final int LENGTH_MAX = 10_000;
  private static final int YEAR_MIN = 1990;
  private static final int YEAR_MAX = 2100;
  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  /** Great Britain and Ireland, to tell swapped coordinates from wrong ones. */
  private static final double LAT_MIN = 49;

  private static final double LAT_MAX = 61;
  private static final double LON_MIN = -11;
  private static final double LON_MAX = 3;

  private final Map<String, Integer> columns;
  private final BiPredicate<Double, Double> isOnMap;

  /** What stops the reading of a line. */
  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;
    private final String column;
    private final String value;
    private final String rule;

    Wrong(String column, String value, String rule) {
      super(rule);
      this.column = column;
      this.value = value;
      this.rule = rule;
    }
  }

  CallLine(Map<String, Integer> columns, BiPredicate<Double, Double> isOnMap) {
    this.columns = columns;
    this.isOnMap = isOnMap;
  }

  /** Gives the call on, or says what is wrong. */
  Optional<BadLine> read(int number, String line, Consumer<PastCall> to) {
    try {
      to.accept(call(line));
      return Optional.empty();
    } catch (Wrong wrong) {
      return Optional.of(new BadLine(number, wrong.column, wrong.value, wrong.rule));
    }
  }

  private PastCall call(String line) throws Wrong {
    if (line.length() > LENGTH_MAX) {
      throw new Wrong("", line, "must have %d characters at most".formatted(LENGTH_MAX));
    }
    Optional<List<String>> read = cells(line);
    if (read.isEmpty()) {
      throw new Wrong("", line, "must close its quotation marks");
    }
    List<String> cells = read.get();
    if (cells.size() != columns.size()) {
      throw new Wrong(
          "", line, "must have %d cells, not %d".formatted(columns.size(), cells.size()));
    }
    LocalDateTime at = time(cell(cells, "time"));
    Category category = category(cell(cells, "category"));
    double lat = number(cells, "lat", 90);
    double lon = number(cells, "lon", 180);
    requirePlace(lat, lon);
    return new PastCall(at, category, lat, lon);
  }

  private String cell(List<String> cells, String column) {
    return cells.get(columns.getOrDefault(column, 0)).strip();
  }

  private static LocalDateTime time(String text) throws Wrong {
    try {
      String iso = text.replace(' ', 'T');
      LocalDateTime at =
          iso.matches(".*(Z|[+-]\\d{2}:?\\d{2})$")
              ? OffsetDateTime.parse(iso).atZoneSameInstant(ZONE).toLocalDateTime()
              : LocalDateTime.parse(iso);
      if (at.getYear() < YEAR_MIN || at.getYear() > YEAR_MAX) {
        throw new Wrong(
            "time", text, "must be of the years %d to %d".formatted(YEAR_MIN, YEAR_MAX));
      }
      if (ZONE.getRules().getValidOffsets(at).isEmpty()) {
        throw new Wrong("time", text, "is in the hour that is left out when clocks go forward");
      }
      return at;
    } catch (DateTimeException e) {
      throw new Wrong("time", text, "must be a time as 2025-04-01T14:05 or 2025-04-01 14:05:30");
    }
  }

  private static Category category(String text) throws Wrong {
    try {
      return Category.valueOf(text.toUpperCase(Locale.ROOT).replace(" ", ""));
    } catch (IllegalArgumentException e) {
      throw new Wrong("category", text, "must be one of C1 to C5, HCP1 to HCP4, IFT1 to IFT4");
    }
  }

  private double number(List<String> cells, String column, double most) throws Wrong {
    String text = cell(cells, column);
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new Wrong(column, text, "must be degrees as a number");
    }
    if (!(StrictMath.abs(value) <= most)) {
      throw new Wrong(column, text, "must be from -%.0f to %.0f".formatted(most, most));
    }
    return value;
  }

  private void requirePlace(double lat, double lon) throws Wrong {
    if (isOnMap.test(lat, lon)) {
      return;
    }
    String shown = lat + "," + lon;
    if (lat == 0 && lon == 0) {
      throw new Wrong("lat,lon", shown, "is nowhere: both are zero");
    }
    boolean swapped = lat >= LON_MIN && lat <= LON_MAX && lon >= LAT_MIN && lon <= LAT_MAX;
    throw new Wrong(
        "lat,lon",
        shown,
        swapped
            ? "is off the map; degrees north and east look swapped"
            : "is off the map: no road is near");
  }

  /** The cells of a line; empty where a quotation is not closed. */
  static Optional<List<String>> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < line.length(); at++) {
      char each = line.charAt(at);
      boolean doubled =
          quoted && each == '"' && at + 1 < line.length() && line.charAt(at + 1) == '"';
      if (doubled) {
        cell.append('"');
        at++;
      } else if (each == '"') {
        quoted = !quoted;
      } else if (each == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(each);
      }
    }
    cells.add(cell.toString());
    return quoted ? Optional.empty() : Optional.of(List.copyOf(cells));
  }
}
