package org.doorstep.simulator.experiment;

/** What plots show beside the measures. */
public enum ChartKind {
  /** How many responses in a hundred had come within one, two, three ... minutes. */
  RESPONSE_TIMES("response-times", "Responses within", "minutes", "% of responses", 1),
  /** How long responses took in minutes, by the hour of the opening, from 0 to 23. */
  BY_HOUR("by-hour", "Mean response by hour of the day", "hour of the day", "minutes", 0),
  /** The same by the hour of the week, from 0 for Monday's first to 167. */
  BY_HOUR_OF_WEEK(
      "by-hour-of-week", "Mean response by hour of the week", "hour of the week", "minutes", 0),
  /** The same by the week, counted from 1 for the first seven days that are measured. */
  BY_WEEK("by-week", "Mean response by week", "week", "minutes", 1);

  private final String file;
  private final String title;
  private final String across;
  private final String up;
  private final int first;

  ChartKind(String file, String title, String across, String up, int first) {
    this.file = file;
    this.title = title;
    this.across = across;
    this.up = up;
    this.first = first;
  }

  String file() {
    return file;
  }

  String title() {
    return title;
  }

  String across() {
    return across;
  }

  String up() {
    return up;
  }

  /** Where the axis begins. */
  int first() {
    return first;
  }
}
