package org.doorstep.simulator.history;

/**
 * What is wrong with one line of a file of calls.
 *
 * @param line from 1, the line that names the columns
 * @param column empty where the whole line is meant
 * @param value as it stands there, cut after some characters
 * @param rule what it must be
 */
public record BadLine(int line, String column, String value, String rule) {
  private static final int SHOWN_MAX = 40;

  public BadLine {
    value = value.length() > SHOWN_MAX ? value.substring(0, SHOWN_MAX) + "..." : value;
  }

  /** For people, in one line. */
  @Override
  public String toString() {
    String where = column.isEmpty() ? "" : ", " + column;
    return "line %d%s (%s): %s.".formatted(line, where, value, rule);
  }
}
