package org.doorstep.simulator.scenario;

import java.util.List;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** Who calls, how often, from where. */
@Meaning("Who calls, how often, from where.")
public record Demand(
    @Meaning("Calls that become incidents, in a year of 365 days.")
        @Bounds(least = 1, most = 2_000_000)
        double incidentsPerYear,
    @Meaning("How calls spread over the hours, days and months.") Profile profile,
    @Meaning("What is called for: the shares of categories.") List<CategoryShare> categories,
    @Meaning("Where calls come from.") CallPlaces places,
    @Meaning("How callers behave.") CallerRules callers) {
  public Demand {
    categories = List.copyOf(categories);
    if (categories.isEmpty()) {
      throw new IllegalArgumentException("The demand must have a category.");
    }
  }
}
