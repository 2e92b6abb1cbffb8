package org.doorstep.simulator.report;

/**
 * A column of a report, and what it means.
 *
 * @param unit what its values are: a number of something, a moment in universal time, a word
 * @param events from which events of the log it follows
 */
public record Column(String name, String definition, String unit, String events) {
  static Column word(String name, String definition, String events) {
    return new Column(name, definition, "word", events);
  }

  static Column moment(String name, String definition, String events) {
    return new Column(name, definition, "moment, UTC", events);
  }
}
