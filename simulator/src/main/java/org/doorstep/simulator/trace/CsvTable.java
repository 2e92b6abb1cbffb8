package org.doorstep.simulator.trace;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file of comma-separated plain values under one line of names, as other programs write them:
 * with a byte-order mark or without, whole numbers that read {@code 4128.0}, lines that end either
 * way. Every fault names file, line, column, value and rule.
 */
final class CsvTable {
  /** No file of a trace is longer. */
  private static final long BYTES_MAX = 512L << 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path file;
  private final List<String> names;
  private final List<String[]> rows;

  private CsvTable(Path file, List<String> names, List<String[]> rows) {
    this.file = file;
    this.names = names;
    this.rows = rows;
  }

  /**
   * Reads a file.
   *
   * @throws TraceFault if there is none, it cannot be read, or a row has more or fewer values than
   *     there are names
   */
  static CsvTable read(Path file) {
    List<String> lines = lines(file);
    if (lines.isEmpty() || lines.get(0).isBlank()) {
      throw new TraceFault("The file (%s) must begin with a line of names.".formatted(file));
    }
    String first = lines.get(0);
    String plain =
        first.startsWith(BYTE_ORDER_MARK) ? first.substring(BYTE_ORDER_MARK.length()) : first;
    List<String> names = Arrays.stream(plain.split(",", -1)).map(String::strip).toList();
    List<String[]> rows = new ArrayList<>(lines.size());
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      String[] values = lines.get(i).split(",", -1);
      if (values.length != names.size()) {
        throw new TraceFault(
            "%s, line %d: there must be %d values, not %d."
                .formatted(file, i + 1, names.size(), values.length));
      }
      rows.add(values);
    }
    return new CsvTable(file, names, rows);
  }

  private static List<String> lines(Path file) {
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw new TraceFault(
            "The file (%s) must not have more than %d bytes.".formatted(file, BYTES_MAX));
      }
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new TraceFault("The file (%s) is missing.".formatted(file));
    } catch (MalformedInputException e) {
      throw new TraceFault("The file (%s) must be text in UTF-8.".formatted(file));
    } catch (IOException e) {
      throw new TraceFault("The file (%s) cannot be read (%s).".formatted(file, e.getMessage()));
    }
  }

  int rows() {
    return rows.size();
  }

  List<String> names() {
    return names;
  }

  /** The column of a name, or the only one where the file has but one. */
  int column(String name) {
    int at = names.size() == 1 ? 0 : names.indexOf(name);
    if (at < 0) {
      throw new TraceFault("%s, line 1: there must be a column named (%s).".formatted(file, name));
    }
    return at;
  }

  /** Whether nothing stands there. */
  boolean isEmpty(int row, int column) {
    return text(row, column).isEmpty();
  }

  /** A number, zero or more. */
  double number(int row, int column) {
    String value = text(row, column);
    double number;
    try {
      number = Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw fault(row, column, "must be a number");
    }
    if (!(number >= 0 && number < Double.POSITIVE_INFINITY)) {
      throw fault(row, column, "must be zero or more");
    }
    return number;
  }

  /** A number of any sign, such as a coordinate. */
  double coordinate(int row, int column) {
    try {
      double number = Double.parseDouble(text(row, column));
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, like what is no finite number.
    }
    throw fault(row, column, "must be a number");
  }

  /** A whole number, which may be written with a point and a nought. */
  int whole(int row, int column) {
    double number = number(row, column);
    if (number != StrictMath.rint(number) || number > Integer.MAX_VALUE) {
      throw fault(row, column, "must be a whole number");
    }
    return (int) number;
  }

  /** Yes or no, as words or as numbers. */
  boolean flag(int row, int column) {
    return switch (text(row, column)) {
      case "True", "true", "TRUE", "1", "1.0" -> true;
      case "False", "false", "FALSE", "0", "0.0" -> false;
      default -> throw fault(row, column, "must be True or False");
    };
  }

  /** A fault at a value. */
  TraceFault fault(int row, int column, String rule) {
    // Blank lines are allowed at the end only in practice; the header is line 1.
    return new TraceFault(
        "%s, line %d, %s (%s): %s."
            .formatted(file, row + 2, names.get(column), text(row, column), rule));
  }

  private String text(int row, int column) {
    return rows.get(row)[column].strip();
  }
}
