package org.doorstep.routing.place;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of comma-separated values [1], one after the other, in bounded memory.
 *
 * <p>A value in quotes may hold commas, doubled quotes and line breaks; lines end in CR LF, LF or
 * CR. A quote that is never closed would swallow the rest of the file: a record of more than {@link
 * #RECORD_LINES_MAX} lines or {@link #RECORD_CHARS_MAX} characters is broken, only its first line
 * is given up, and reading goes on behind that. One thread.
 *
 * <p>[1] RFC 4180.
 */
final class CsvLines {
  static final int RECORD_CHARS_MAX = 8_192;
  static final int RECORD_LINES_MAX = 8;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader in;
  private final Deque<Line> ahead = new ArrayDeque<>();
  private long number;
  private int pushed = -1;
  private boolean ended;

  /** A line of the file; a whole one unless it was too long. */
  private record Line(long number, String text, boolean isTooLong) {}

  /**
   * One record.
   *
   * @param line number of its first line in the file, from 1
   * @param values empty if it is broken
   * @param fault why it is broken, or empty
   */
  record Row(long line, List<String> values, String fault) {
    Row {
      values = List.copyOf(values);
    }
  }

  /**
   * Reads from the beginning.
   *
   * @param in buffered; the caller closes it
   */
  CsvLines(Reader in) {
    this.in = in;
  }

  /** The next record that is not an empty line; empty at the end of the file. */
  Optional<Row> next() throws IOException {
    Line first = line(0);
    while (first != null && first.text.isBlank() && !first.isTooLong) {
      ahead.removeFirst();
      first = line(0);
    }
    if (first == null) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder(first.text);
    boolean tooLong = first.isTooLong;
    int lines = 1;
    while (!tooLong && isOpen(text)) {
      Line more = lines < RECORD_LINES_MAX ? line(lines) : null;
      if (more == null || more.isTooLong || text.length() + more.text.length() > RECORD_CHARS_MAX) {
        return broken(first, "the quotes of a value must be closed");
      }
      text.append('\n').append(more.text);
      lines++;
    }
    if (tooLong) {
      return broken(first, "a line must have at most %d characters".formatted(RECORD_CHARS_MAX));
    }
    for (int i = 0; i < lines; i++) {
      ahead.removeFirst();
    }
    return Optional.of(new Row(first.number, values(text), ""));
  }

  private Optional<Row> broken(Line first, String fault) {
    ahead.removeFirst();
    return Optional.of(new Row(first.number, List.of(), fault));
  }

  private static boolean isOpen(CharSequence text) {
    return text.chars().filter(c -> c == '"').count() % 2 != 0;
  }

  private static List<String> values(CharSequence text) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean doubled = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
      if (quoted && doubled) {
        value.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        values.add(value.toString());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString());
    return values;
  }

  /** The line so many ahead, or nothing behind the end. */
  private @Nullable Line line(int distance) throws IOException {
    while (ahead.size() <= distance && !ended) {
      readLine();
    }
    return ahead.stream().skip(distance).findFirst().orElse(null);
  }

  private void readLine() throws IOException {
    StringBuilder text = new StringBuilder();
    boolean tooLong = false;
    boolean any = false;
    int c = read();
    while (c >= 0 && c != '\n' && c != '\r') {
      any = true;
      if (text.length() < RECORD_CHARS_MAX) {
        text.append((char) c);
      } else {
        tooLong = true;
      }
      c = read();
    }
    if (c == '\r') {
      int next = read();
      pushed = next == '\n' ? -1 : next;
    }
    ended = c < 0;
    if (any || !ended) {
      number++;
      boolean marked = number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
      ahead.addLast(new Line(number, marked ? text.substring(1) : text.toString(), tooLong));
    }
  }

  private int read() throws IOException {
    int c = pushed >= 0 ? pushed : in.read();
    pushed = -1;
    return c;
  }
}
