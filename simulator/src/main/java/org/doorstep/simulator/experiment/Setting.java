package org.doorstep.simulator.experiment;

import java.util.List;
import java.util.Optional;

/**
 * What a report says of a scenario beside its results.
 *
 * @param title what people call it
 * @param period what is measured; empty where nobody knows it yet
 * @param assumptions in the order of the scenario
 * @param zones of its map; none where it has none
 */
public record Setting(
    String title, Optional<Period> period, List<Stated> assumptions, List<ZonePlace> zones) {
  public Setting {
    assumptions = List.copyOf(assumptions);
    zones = List.copyOf(zones);
  }

  /** Nothing but a title. */
  public static Setting of(String title) {
    return new Setting(title, Optional.empty(), List.of(), List.of());
  }
}
