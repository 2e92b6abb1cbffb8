package org.doorstep.server.planner;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes values as people write scenarios: tables line by line, rows of a list each in a line. */
final class YamlWriter {
  private static final Pattern PLAIN =
      Pattern.compile("-?[A-Za-z0-9.][A-Za-z0-9./_%-]*( [A-Za-z0-9./_%()+-]+)*");
  private static final List<String> RESERVED =
      List.of("null", "true", "false", "yes", "no", "on", "off", "y", "n", ".", "..");
  private static final int STEP = 2;

  private YamlWriter() {}

  /** A key with its value as whole lines, indented. */
  static String entry(String key, Object value, int column) {
    String head = " ".repeat(column) + word(key) + ":";
    if (value instanceof Map<?, ?> table && !table.isEmpty()) {
      StringBuilder lines = new StringBuilder(head).append('\n');
      table.forEach((name, each) -> lines.append(entry(String.valueOf(name), each, column + STEP)));
      return lines.toString();
    }
    if (value instanceof List<?> rows && rows.stream().anyMatch(row -> row instanceof Map<?, ?>)) {
      StringBuilder lines = new StringBuilder(head).append('\n');
      String begin = " ".repeat(column + STEP) + "- ";
      rows.forEach(row -> lines.append(begin).append(inline(row)).append('\n'));
      return lines.toString();
    }
    return head + " " + inline(value) + "\n";
  }

  /** A value in one line. */
  static String inline(Object value) {
    if (value instanceof Map<?, ?> table) {
      return "{"
          + String.join(
              ", ",
              table.entrySet().stream()
                  .map(each -> word(String.valueOf(each.getKey())) + ": " + inline(each.getValue()))
                  .toList())
          + "}";
    }
    if (value instanceof List<?> items) {
      return "[" + String.join(", ", items.stream().map(YamlWriter::inline).toList()) + "]";
    }
    return word(String.valueOf(value));
  }

  private static String word(String text) {
    boolean plain =
        PLAIN.matcher(text).matches()
            && !RESERVED.contains(text.toLowerCase(java.util.Locale.ROOT));
    return plain ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            point -> {
              if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
              } else if (Character.isISOControl(point) || point == 0x2028 || point == 0x2029) {
                quoted.append("\\u%04x".formatted(point));
              } else {
                quoted.appendCodePoint(point);
              }
            });
    return quoted.append('"').toString();
  }
}
