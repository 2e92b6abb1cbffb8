package org.doorstep.simulator.scenario;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Category;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** How often one category is called for. */
@Meaning("How often one category is called for.")
public record CategoryShare(
    @Meaning("The category.") Category category,
    @Meaning("Its part of all incidents, in per cent.") @Bounds(least = 0, most = 100)
        double percent,
    @Meaning(
            "How that part varies over the day, 24 numbers around 1 from midnight; even if left out.")
        @Bounds(least = 0, most = 100)
        Optional<List<Double>> hours) {
  public CategoryShare {
    hours = hours.map(List::copyOf);
    hours.ifPresent(weights -> Profile.check("hours of category " + category, weights, 24));
  }

  /** Its weight at an hour, 0 to 23. */
  public double weight(int hour) {
    return percent * hours.map(weights -> weights.get(hour)).orElse(1.0);
  }
}
