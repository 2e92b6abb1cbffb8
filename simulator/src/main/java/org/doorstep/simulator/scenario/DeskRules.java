package org.doorstep.simulator.scenario;

import java.util.List;
import java.util.Optional;
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
    @Meaning("How long they speak.") Quantiles talk,
    @Meaning("How much longer the desk takes to make up its mind than its levels say, times.")
        @Bounds(least = 0.05, most = 20)
        Optional<Double> decisionFactor) {
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

  /** How long the desk takes for a level, 1 to 5, in milliseconds; the share in {@code [0, 1)}. */
  public long decisionMillis(int level, double share) {
    return (long) (level(level).decision().millis(share) * decisionFactor.orElse(1.0));
  }
}
