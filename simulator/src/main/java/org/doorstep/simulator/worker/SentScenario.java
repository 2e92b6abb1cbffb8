package org.doorstep.simulator.worker;

import java.util.List;
import java.util.Optional;

/**
 * A scenario as it is sent to a worker: its texts and not its files, so that a worker needs nothing
 * of the machine that sends it but, where one is named, the map. Equal ones are prepared once.
 *
 * @param name what results call it
 * @param text the file as it was read
 * @param bases the texts of the scenarios that it stands on
 * @param days how long to measure; empty: what the scenario says
 * @param map the folder of a map on the worker's machine; empty: the worker's own
 * @param logs a folder of an experiment on the worker's machine; empty: no log is kept
 */
public record SentScenario(
    String name,
    String text,
    List<Text> bases,
    Optional<Integer> days,
    Optional<String> map,
    Optional<String> logs) {

  /** A text with the name by which others call it. */
  public record Text(String name, String text) {}

  public SentScenario {
    bases = List.copyOf(bases);
  }
}
