package org.doorstep.dispatch.policy.urgency;

/**
 * Crews get their breaks: a crew whose break is about to be due, or overdue, is spared, the less
 * the more urgent the call.
 *
 * @param soonMinutes how long before it is due a break is about to be, 0 to 120
 * @param soonCostMinutes what sending it then costs, in minutes of the incident, 0 to 120; 0 for
 *     level 1, and never more for a more urgent level
 * @param overdueCostMinutes the same once it is overdue, at least {@code soonCostMinutes}
 */
public record BreakRules(double soonMinutes, ByLevel soonCostMinutes, ByLevel overdueCostMinutes) {
  private static final double MINUTES_MAX = 120;

  public BreakRules {
    Ranges.within("minutes before a break", soonMinutes, 0, MINUTES_MAX);
    require("cost in minutes before a break", soonCostMinutes);
    require("cost in minutes of a break overdue", overdueCostMinutes);
    for (int level = 1; level <= Ranges.LEVEL_LEAST_URGENT; level++) {
      Ranges.within(
          "cost in minutes of a break overdue of level %d".formatted(level),
          overdueCostMinutes.of(level),
          soonCostMinutes.of(level),
          MINUTES_MAX);
    }
  }

  /**
   * The cost in minutes of the incident.
   *
   * @param toDueMinutes until the break is due, negative once it is overdue; infinite for a crew
   *     that is owed none
   */
  public double costMinutes(int level, double toDueMinutes) {
    if (toDueMinutes < 0) {
      return overdueCostMinutes.of(level);
    }
    return toDueMinutes <= soonMinutes ? soonCostMinutes.of(level) : 0;
  }

  private static void require(String name, ByLevel costs) {
    costs.requireWithin(name, 0, MINUTES_MAX);
    costs.requireNoneForLevel1(name);
    costs.requireRising(name);
  }
}
