package org.doorstep.simulator.scenario;

import java.util.List;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** What units of one kind can do and what they are sent to. */
@Meaning("What units of one kind can do and what they are sent to.")
public record Kind(
    @Meaning("The kind.") UnitKind kind,
    @Meaning("What it can do.") List<Capability> capabilities,
    @Meaning("The levels of urgency it is sent to, from 1.") @Bounds(least = 1, most = 5)
        List<Integer> levels) {
  public Kind {
    capabilities = List.copyOf(capabilities);
    levels = List.copyOf(levels);
    if (capabilities.isEmpty() || levels.isEmpty()) {
      throw new IllegalArgumentException(
          "The kind (%s) must have capabilities and levels.".formatted(kind));
    }
  }
}
