package org.doorstep.simulator.scenario;

import java.util.List;
import org.doorstep.dispatch.model.Category;
import org.doorstep.simulator.file.Meaning;

/** Where care happens and what is found. */
@Meaning("Where care happens and what is found.")
public record Care(
    @Meaning("Where care happens, by category.") List<Outcomes> outcomes,
    @Meaning("What is found in patients.") List<Picture> pictures) {
  public Care {
    outcomes = List.copyOf(outcomes);
    pictures = List.copyOf(pictures);
    for (Outcome outcome : Outcome.values()) {
      boolean known =
          outcome == Outcome.HEAR_AND_TREAT
              || pictures.stream().anyMatch(each -> each.outcome() == outcome);
      if (!known) {
        throw new IllegalArgumentException(
            "The pictures must show one with the outcome (%s).".formatted(outcome));
      }
    }
  }

  /** Where care of a category happens. */
  public Outcomes of(Category category) {
    return outcomes.stream()
        .filter(each -> each.categories().contains(category))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The category (%s) must be in the outcomes.".formatted(category)));
  }
}
