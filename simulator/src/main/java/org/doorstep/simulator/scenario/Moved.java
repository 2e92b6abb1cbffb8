package org.doorstep.simulator.scenario;

import java.util.List;
import org.doorstep.dispatch.model.Category;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/**
 * Patients whom today's practice takes to an emergency department and whom a mobile clinical
 * service treats where they are. They are what the pictures of those who stay show, for the time
 * that those take; some call again.
 */
@Meaning("Who is treated where they are instead of being taken to an emergency department.")
public record Moved(
    @Meaning("The categories that it concerns.") List<Category> categories,
    @Meaning("Of those taken to an emergency department today, so many in a hundred.")
        @Bounds(least = 0, most = 100)
        double percent,
    @Meaning("Of those, for so many in a hundred a community service takes over.")
        @Bounds(least = 0, most = 100)
        double communityPercent,
    @Meaning("Of those, so many in a hundred call again.") @Bounds(least = 0, most = 100)
        double recontactPercent,
    @Meaning("Until they call again, from when the crew has left.") Quantiles recontact,
    @Meaning("Of those who call again, so many in a hundred are then taken to hospital.")
        @Bounds(least = 0, most = 100)
        double recontactConveyedPercent) {
  public Moved {
    categories = List.copyOf(categories);
    if (categories.isEmpty()) {
      throw new IllegalArgumentException("The categories of moved patients must not be none.");
    }
  }

  /** The same with another share. */
  public Moved withPercent(double other) {
    return new Moved(
        categories, other, communityPercent, recontactPercent, recontact, recontactConveyedPercent);
  }
}
