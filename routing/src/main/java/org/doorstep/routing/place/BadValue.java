package org.doorstep.routing.place;

/**
 * A line that was not taken.
 *
 * @param line its number in the file, from 1, the header's included
 * @param column its header, or empty where the whole line is meant
 * @param value what stands there, shortened
 * @param rule what should
 */
public record BadValue(long line, String column, String value, String rule) {
  private static final int SHOWN_CHARS_MAX = 60;

  /** Shortens the value, and leaves control characters out. */
  public BadValue {
    String plain = value.replaceAll("\\p{Cntrl}", " ");
    value = plain.length() > SHOWN_CHARS_MAX ? plain.substring(0, SHOWN_CHARS_MAX) + "…" : plain;
  }

  /** In one line, for people. */
  public String text() {
    return column.isEmpty()
        ? "line %d: %s.".formatted(line, rule)
        : "line %d: the column (%s) has the value (%s); %s.".formatted(line, column, value, rule);
  }
}
