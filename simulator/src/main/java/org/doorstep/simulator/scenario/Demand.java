package org.doorstep.simulator.scenario;

import java.util.List;
import java.util.Optional;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** Who calls, how often, from where. */
@Meaning("Who calls, how often, from where.")
public record Demand(
    @Meaning("How many people live here.") @Bounds(least = 1, most = 100_000_000) double population,
    @Meaning("Calls that become incidents, for a thousand people in a year of 365 days.")
        @Bounds(least = 0.01, most = 10_000)
        double incidentsPerThousand,
    @Meaning("By how much demand will have grown in the year that is simulated.")
        Optional<Growth> growth,
    @Meaning("How calls spread over the hours, days and months.") Profile profile,
    @Meaning("What is called for: the shares of categories.") List<CategoryShare> categories,
    @Meaning("Where calls come from.") CallPlaces places,
    @Meaning("How callers behave.") CallerRules callers) {
  private static final double THOUSAND = 1_000;
  private static final double INCIDENTS_MAX = 2_000_000;

  public Demand {
    categories = List.copyOf(categories);
    if (categories.isEmpty()) {
      throw new IllegalArgumentException("The demand must have a category.");
    }
    double made = population * incidentsPerThousand / THOUSAND;
    if (made > INCIDENTS_MAX) {
      throw new IllegalArgumentException(
          "The population (%s) calls for %.0f incidents a year; at most %.0f can be simulated."
              .formatted(population, made, INCIDENTS_MAX));
    }
  }

  /** Calls that become incidents in a year of 365 days, grown as the scenario says. */
  public double incidentsPerYear() {
    return population * incidentsPerThousand / THOUSAND * growth.map(Growth::factor).orElse(1.0);
  }

  /** How demand grows. */
  @Meaning("How demand grows.")
  public record Growth(
      @Meaning("More than today after all those years, in per cent.")
          @Bounds(least = -90, most = 500)
          double percent,
      @Meaning("Over how many years.") @Bounds(least = 1, most = 30) int years) {
    private static final double PERCENT = 100;

    /** Demand then, as a multiple of today's. */
    public double factor() {
      return 1 + percent / PERCENT;
    }

    /** The same growth after so many of its years, each growing by the same share. */
    public Growth after(int ofTheYears) {
      double part = StrictMath.pow(factor(), (double) ofTheYears / years);
      return new Growth(PERCENT * (part - 1), StrictMath.max(1, ofTheYears));
    }
  }
}
