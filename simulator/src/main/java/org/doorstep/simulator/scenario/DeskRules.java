package org.doorstep.simulator.scenario;

import java.util.List;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** How the desk decides, and who answers by telephone. */
@Meaning("How the desk decides, and who answers by telephone.")
public record DeskRules(
    @Meaning("The rules of the five levels of urgency, most urgent first.") List<LevelRule> levels,
    @Meaning("C1 to which a second unit is sent at once, in per cent.")
        @Bounds(least = 0, most = 100)
        double secondUnitPercent,
    @Meaning("Clinicians who treat by telephone at the same time.") @Bounds(least = 0, most = 500)
        int clinicians,
    @Meaning("Until a call that can be treated by telephone is passed to them.") Quantiles callBack,
    @Meaning("How long they speak.") Quantiles talk) {
  private static final int LEVELS = 5;

  public DeskRules {
    levels = List.copyOf(levels);
    if (levels.size() != LEVELS) {
      throw new IllegalArgumentException(
          "The desk must have rules for %d levels, not %d.".formatted(LEVELS, levels.size()));
    }
  }

  /** The rule of a level, 1 to 5. */
  public LevelRule level(int level) {
    return levels.get(level - 1);
  }
}
