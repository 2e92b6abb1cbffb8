package org.doorstep.simulator.scenario;

import org.doorstep.simulator.file.Meaning;

/**
 * A whole world to simulate, as it is written in a scenario file. All numbers are engineering
 * defaults with a source beside them, to be confirmed by whoever plans with them.
 */
@Meaning("A world to simulate.")
public record Scenario(
    @Meaning("What the scenario is called.") String name,
    @Meaning("From when to when is simulated.") Span span,
    @Meaning("Who calls, how often, from where.") Demand demand,
    @Meaning("Crews, vehicles, shifts.") Fleet fleet,
    @Meaning("How the desk decides, and who answers by telephone.") DeskRules desk,
    @Meaning("How long jobs take and where care happens.") Work work,
    @Meaning("What goes wrong at given times.") Faults faults) {

  public Scenario {
    if (name.isBlank()) {
      throw new IllegalArgumentException("The name of the scenario must not be blank.");
    }
    for (CategoryShare each : demand.categories()) {
      if (work.care().find(each.category()).isEmpty()) {
        throw new IllegalArgumentException(
            "The category (%s) of demand.categories must be in work.care.outcomes."
                .formatted(each.category()));
      }
    }
  }

  /** The same scenario over another span. */
  public Scenario over(Span other) {
    return new Scenario(name, other, demand, fleet, desk, work, faults);
  }
}
