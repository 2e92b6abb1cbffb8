package org.doorstep.simulator.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.doorstep.simulator.file.FileFault;

/**
 * Recorded calls, one a line, as CSV with a header: {@code time,category,lat,lon}; further columns
 * are not read. A bad line costs that line and is reported; a file that has no good line is
 * refused.
 *
 * <p>Columns may be quoted as usual. A byte order mark and empty lines are passed over.
 *
 * @param calls in the order of the file
 * @param bad what is wrong, a line at most once, {@link #BAD_MAX} at most
 * @param badCount how many lines are bad
 */
public record CallFile(List<PastCall> calls, List<BadLine> bad, int badCount) {
  /** More are counted and not listed. */
  public static final int BAD_MAX = 1_000;

  /** Far more calls than a region has in ten years. */
  static final int LINES_MAX = 20_000_000;

  private static final List<String> COLUMNS = List.of("time", "category", "lat", "lon");

  public CallFile {
    calls = List.copyOf(calls);
    bad = List.copyOf(bad);
  }

  /**
   * Reads a file.
   *
   * @param isOnMap whether a place (degrees north, degrees east) can be reached by road
   * @throws FileFault if it cannot be read, lacks a column or has no good line
   */
  public static CallFile read(Path file, BiPredicate<Double, Double> isOnMap) {
    String name = String.valueOf(file.getFileName());
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(name, lines, isOnMap);
    } catch (CharacterCodingException e) {
      throw new FileFault(name, "must be text in UTF-8");
    } catch (IOException e) {
      throw new FileFault(file.toString(), "cannot be read: " + e.getMessage());
    }
  }

  private static CallFile read(
      String name, BufferedReader lines, BiPredicate<Double, Double> isOnMap) throws IOException {
    String first = lines.readLine();
    if (first == null) {
      throw new FileFault(name, "must not be empty");
    }
    CallLine reader = new CallLine(columns(name, first), isOnMap);
    List<PastCall> calls = new ArrayList<>();
    List<BadLine> bad = new ArrayList<>();
    int badCount = 0;
    int number = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (number > LINES_MAX) {
        throw new FileFault(name, "must have %d lines at most".formatted(LINES_MAX));
      }
      if (!line.isBlank()) {
        Optional<BadLine> wrong = reader.read(number, line, calls::add);
        badCount += wrong.isPresent() ? 1 : 0;
        wrong.filter(none -> bad.size() < BAD_MAX).ifPresent(bad::add);
      }
    }
    if (calls.isEmpty()) {
      throw new FileFault(
          name,
          bad.isEmpty()
              ? "must have a call"
              : "has no good line; the first of %d bad ones: %s".formatted(badCount, bad.get(0)));
    }
    return new CallFile(calls, bad, badCount);
  }

  private static Map<String, Integer> columns(String name, String header) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    List<String> cells = CallLine.cells(header.replace("\uFEFF", "")).orElse(List.of());
    for (String cell : cells) {
      String column = cell.strip().toLowerCase(Locale.ROOT);
      if (columns.put(column, columns.size()) != null && COLUMNS.contains(column)) {
        throw new FileFault(name, "has the column %s twice".formatted(column));
      }
    }
    if (columns.size() != cells.size()) {
      throw new FileFault(name, "has a column twice");
    }
    for (String column : COLUMNS) {
      if (!columns.containsKey(column)) {
        throw new FileFault(
            name,
            "must have the column %s; its first line names %s"
                .formatted(column, String.join(", ", columns.keySet())));
      }
    }
    return columns;
  }

  /** The bad lines for machines. */
  public String badLinesCsv() {
    StringBuilder csv = new StringBuilder("line,column,value,rule\n");
    for (BadLine each : bad) {
      csv.append(
          "%d,%s,\"%s\",\"%s\"\n"
              .formatted(
                  each.line(),
                  each.column(),
                  each.value().replace("\"", "\"\""),
                  each.rule().replace("\"", "\"\"")));
    }
    return csv.toString();
  }
}
