package org.doorstep.simulator.scenario;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Category;
import org.doorstep.simulator.file.Meaning;

/** Where care happens and what is found. */
@Meaning("Where care happens and what is found.")
public record Care(
    @Meaning("Where care happens, by category.") List<Outcomes> outcomes,
    @Meaning("What is found in patients.") List<Picture> pictures,
    @Meaning("Who is treated where they are instead of being taken to hospital as today.")
        Optional<Moved> moved) {
  public Care {
    outcomes = List.copyOf(outcomes);
    pictures = List.copyOf(pictures);
    for (Category category : Category.values()) {
      if (outcomes.stream().filter(each -> each.categories().contains(category)).count() > 1) {
        throw new IllegalArgumentException(
            "The category (%s) must be in one row of the outcomes only.".formatted(category));
      }
    }
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

  /** Where care of a category happens, if the scenario says so. */
  public Optional<Outcomes> find(Category category) {
    return outcomes.stream().filter(each -> each.categories().contains(category)).findFirst();
  }

  /** Where care of a category happens; each that calls come in is there. */
  public Outcomes of(Category category) {
    return find(category).orElseThrow();
  }
}
