package org.doorstep.simulator.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What South East Coast (RYD) has published for April 2024 to March 2025: the ambulance system
 * indicators of NHS England, counts and totals summed over twelve months.
 */
final class Published {
  static final double C1_PERCENT = 7.86;
  static final double C2_PERCENT = 52.53;
  static final double C3_PERCENT = 20.32;
  static final double C4_PERCENT = 0.91;
  static final double HEAR_AND_TREAT_PERCENT = 14.42;
  static final double SEE_AND_TREAT_PERCENT = 30.57;
  static final double EMERGENCY_DEPARTMENT_PERCENT = 52.97;
  static final double ELSEWHERE_PERCENT = 2.05;
  static final double C1_MINUTES = 8.40;
  static final double C2_MINUTES = 28.83;
  static final double C3_MINUTES = 135.9;
  static final double C4_MINUTES = 149.1;
  static final double HANDOVER_MINUTES = 19.42;

  private final List<String> header;
  private final List<List<String>> months = new ArrayList<>();

  private Published(List<String> header) {
    this.header = header;
  }

  /** The year's rows of the file. */
  static Published of(Path file) {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      Published year = new Published(cells(lines.get(0)));
      for (String line : lines.subList(1, lines.size())) {
        List<String> row = cells(line);
        if (year.cell(row, "Org Code").equals("RYD") && isOfTheYear(year, row)) {
          year.months.add(row);
        }
      }
      return year;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOfTheYear(Published year, List<String> row) {
    int month = Integer.parseInt(year.cell(row, "Month"));
    String of = year.cell(row, "Year");
    return (of.equals("2024") && month >= 4) || (of.equals("2025") && month <= 3);
  }

  int monthCount() {
    return months.size();
  }

  double sum(String code) {
    return months.stream().mapToDouble(row -> Double.parseDouble(cell(row, code))).sum();
  }

  double percent(String code) {
    return 100 * sum(code) / sum("A7");
  }

  /** A total of seconds over a count. */
  double minutes(String total, String count) {
    return sum(total) / sum(count) / 60;
  }

  private String cell(List<String> row, String name) {
    return row.get(header.indexOf(name));
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.split(",", -1));
  }
}
