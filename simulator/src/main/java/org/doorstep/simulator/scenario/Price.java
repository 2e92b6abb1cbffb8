package org.doorstep.simulator.scenario;

import java.util.Optional;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** What something costs, of which year, and who says so. */
@Meaning("What something costs, of which year, and who says so.")
public record Price(
    @Meaning("In pounds.") @Bounds(least = 0, most = 1_000_000) double pounds,
    @Meaning("The year whose prices these are, as in 2018/19.") String year,
    @Meaning("Who says so.") String source,
    @Meaning("Whether it was measured; else it is an assumption.") Optional<Boolean> measured) {
  public Price {
    if (!year.matches("\\d{4}(/\\d{2})?")) {
      throw new IllegalArgumentException(
          "The year (%s) of a price must be as 2018 or 2018/19.".formatted(year));
    }
  }
}
