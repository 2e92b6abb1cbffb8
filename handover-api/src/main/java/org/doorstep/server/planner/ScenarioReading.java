package org.doorstep.server.planner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.simulator.file.Fault;
import org.doorstep.simulator.file.FileFault;
import org.doorstep.simulator.file.Source;
import org.doorstep.simulator.study.ScenarioSource;

/**
 * What the text of a scenario says, whether it is right or not.
 *
 * @param faults every rule that it breaks; none where it can be run
 * @param tree what it comes to together with its base; empty where it cannot be read at all
 * @param base what its base comes to; empty where it has none
 */
public record ScenarioReading(
    List<Fault> faults, Optional<Map<String, Object>> tree, Optional<Map<String, Object>> base) {

  public ScenarioReading {
    faults = List.copyOf(faults);
  }

  /** Reads a text, by the name that its faults are to bear. */
  public static ScenarioReading of(String name, String text) {
    try {
      ScenarioSource source = new ScenarioSource(name, new Source(name, text));
      Map<String, Object> tree = source.tree();
      return new ScenarioReading(faults(source), Optional.of(tree), source.baseTree());
    } catch (FileFault e) {
      return new ScenarioReading(e.faults(), Optional.empty(), Optional.empty());
    }
  }

  private static List<Fault> faults(ScenarioSource source) {
    try {
      source.read();
      return List.of();
    } catch (FileFault e) {
      return e.faults();
    }
  }

  /** What the scenario calls itself. */
  public Optional<String> title() {
    return tree.map(keys -> keys.get("name"))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }
}
