package org.doorstep.simulator.scenario;

import java.util.List;
import org.doorstep.dispatch.model.Finding;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** A kind of patients; the protocol's own tables say what they call for. */
@Meaning("A kind of patients.")
public record Picture(
    @Meaning("What people call it.") String name,
    @Meaning("Where care happens.") Outcome outcome,
    @Meaning("How often, beside others of the same outcome.") @Bounds(least = 0, most = 1_000)
        double weight,
    @Meaning("That weight from 20:00 to 08:00, times.") @Bounds(least = 0, most = 100)
        double nightFactor,
    @Meaning("What a crew sees.") Seen seen) {

  /** What a crew sees. */
  @Meaning("What a crew sees.")
  public record Seen(
      @Meaning("Age in completed years.") @Bounds(least = 0, most = 120) int ageYears,
      @Meaning("What is found; all else is looked for in vain.") List<Finding> found,
      @Meaning("What is measured.") Signs signs) {
    public Seen {
      found = List.copyOf(found);
    }
  }

  /** What is measured of a patient. */
  public enum Signs {
    WELL,
    /** Not well, but in no danger by these alone. */
    UNWELL,
    /** In danger. */
    SICK
  }
}
