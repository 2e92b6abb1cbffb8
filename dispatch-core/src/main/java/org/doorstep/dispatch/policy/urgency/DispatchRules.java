package org.doorstep.dispatch.policy.urgency;

import java.util.List;

/**
 * Everything that an area may set about how units are sent and moved: an immutable tree, read from
 * one JSON file of the same shape, that refuses values which would break what is promised of it.
 *
 * <p>Terms that speak of a crew, of cover or of a diversion are in minutes of an incident before
 * its target ({@link UrgencyCurve#termCost}), so that one number serves all levels.
 */
public record DispatchRules(
    UrgencyRules urgency,
    ReassignmentRules reassignment,
    CrewRules crew,
    CoverRules cover,
    AutomaticRules automatic,
    MoveRules moves) {

  /**
   * The rules of an area that has set none: every number is an <b>engineering default, needs
   * clinical approval</b> before use. Nothing is sent without a person.
   */
  public static final DispatchRules ENGINEERING_DEFAULTS =
      new DispatchRules(
          urgencyDefaults(),
          reassignmentDefaults(),
          crewDefaults(),
          new CoverRules(new ByLevel(0, 300, 800, 1_000, 1_000), 12),
          new AutomaticRules(List.of(), 6, 1, 30, 120),
          new MoveRules(3, 8, 30, 20, 0.0125));

  public DispatchRules {
    for (int level = crew.shiftEnd().fromLevel(); level <= Ranges.LEVEL_LEAST_URGENT; level++) {
      double next = urgency.nextChanceMinutes().of(level);
      if (crew.shiftEnd().costMinutes() >= next) {
        throw new IllegalArgumentException(
            "The cost of a late job in minutes (%s) must be below the next chance of level %d (%s)."
                .formatted(crew.shiftEnd().costMinutes(), level, next));
      }
    }
  }

  /** Engineering default, needs clinical approval. */
  private static UrgencyRules urgencyDefaults() {
    LevelRates rates =
        new LevelRates(new ByLevel(32, 4, 1, 0.5, 0.25), new ByLevel(64, 12, 2, 1, 0.5));
    AgeingRules ageing = new AgeingRules(new ByLevel(1, 1.5, 4, 6, 4), 240);
    return new UrgencyRules(
        rates, ageing, 0.6, new RuralRules(15, 0.02, 0.5), 360, new ByLevel(240, 90, 90, 90, 90));
  }

  /** Engineering default, needs clinical approval. */
  private static ReassignmentRules reassignmentDefaults() {
    List<DivertPath> paths =
        List.of(
            new DivertPath(2, 1, 1),
            new DivertPath(3, 1, 1),
            new DivertPath(4, 1, 1),
            new DivertPath(5, 1, 1),
            new DivertPath(3, 2, 5),
            new DivertPath(4, 2, 5),
            new DivertPath(5, 2, 5));
    return new ReassignmentRules(new DivertRules(paths, 1, 3, 2), new ExchangeRules(2));
  }

  /** Engineering default, needs approval of the operating trust and its staff. */
  private static CrewRules crewDefaults() {
    return new CrewRules(
        new ShiftEndRules(3, 45, 60),
        new BreakRules(15, new ByLevel(0, 2, 5, 10, 10), new ByLevel(0, 4, 10, 20, 20)),
        new FatigueRules(0.05, 0.1, 1),
        new FairnessRules(2, 1));
  }
}
