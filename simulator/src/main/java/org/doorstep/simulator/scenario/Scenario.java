package org.doorstep.simulator.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    @Meaning("What goes wrong at given times.") Faults faults,
    @Meaning("Roads that are closed or slow all the time.") Optional<List<RoadClosure>> closures,
    @Meaning("What care costs.") Optional<Costs> costs,
    @Meaning("How deprived neighbourhoods are; a call place is as the nearest of them.")
        Optional<List<Neighbourhood>> neighbourhoods,
    @Meaning("Where inputs come from, by a name of each.")
        Optional<Map<String, Assumption>> assumptions) {

  public Scenario {
    closures = closures.map(List::copyOf);
    neighbourhoods = neighbourhoods.map(List::copyOf);
    assumptions = assumptions.map(all -> Collections.unmodifiableMap(new LinkedHashMap<>(all)));
    if (name.isBlank()) {
      throw new IllegalArgumentException("The name of the scenario must not be blank.");
    }
    requirePrices(fleet, costs);
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
    return new Scenario(
        name,
        other,
        demand,
        fleet,
        desk,
        work,
        faults,
        closures,
        costs,
        neighbourhoods,
        assumptions);
  }

  /** The same scenario with another fleet. */
  public Scenario with(Fleet other) {
    return new Scenario(
        name,
        span,
        demand,
        other,
        desk,
        work,
        faults,
        closures,
        costs,
        neighbourhoods,
        assumptions);
  }

  /** The same scenario with another demand. */
  public Scenario with(Demand other) {
    return new Scenario(
        name, span, other, fleet, desk, work, faults, closures, costs, neighbourhoods, assumptions);
  }

  /** The same scenario with other work. */
  public Scenario with(Work other) {
    return new Scenario(
        name,
        span,
        demand,
        fleet,
        desk,
        other,
        faults,
        closures,
        costs,
        neighbourhoods,
        assumptions);
  }

  private static void requirePrices(Fleet fleet, Optional<Costs> costs) {
    for (Kind kind : fleet.kinds()) {
      if (costs.isPresent() && !costs.get().crewHour().containsKey(kind.kind())) {
        throw new IllegalArgumentException(
            "The kind (%s) of fleet.kinds must have a price in costs.crew-hour."
                .formatted(kind.kind()));
      }
    }
  }
}
