package org.doorstep.simulator.demo;

import java.util.List;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Flag;

/**
 * An invented reason to call.
 *
 * @param flags what the caller's words give away
 */
record Presentation(
    Category category,
    String complaint,
    String narrative,
    int ageYearsMin,
    int ageYearsMax,
    List<Flag> flags) {
  Presentation {
    flags = List.copyOf(flags);
    if (ageYearsMin > ageYearsMax) {
      throw new IllegalArgumentException(
          "The ages of (%s) must not end before they begin.".formatted(complaint));
    }
  }
}
