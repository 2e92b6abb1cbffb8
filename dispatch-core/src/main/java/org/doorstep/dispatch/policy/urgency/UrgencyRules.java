package org.doorstep.dispatch.policy.urgency;

import java.time.Duration;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.protocol.ResponsePlan;

/**
 * How an area weighs one patient's minutes against another's.
 *
 * <p>Targets are those of {@link ResponsePlan}. The rules are checked against each other, so that
 * whatever a site writes: at equal times a more urgent level never weighs less, and a minute of no
 * other level, however late and remote, weighs more than one of a fresh level 1.
 *
 * @param c2StandardFactor what a minute of the lower half of C2 weighs of one of the upper half,
 *     0.1 to 1; the lower half stays above level 3
 * @param noStandardTargetMinutes the target of categories that have none, at least the latest
 *     target of all others and at most 1,440
 * @param nextChanceMinutes when somebody else is expected to arrive if nobody is sent now, 1 to
 *     240; a unit that is quicker than that beats waiting, all else equal. A more urgent level
 *     never has less
 */
public record UrgencyRules(
    LevelRates rates,
    AgeingRules ageing,
    double c2StandardFactor,
    RuralRules rural,
    double noStandardTargetMinutes,
    ByLevel nextChanceMinutes) {
  private static final double STANDARD_FACTOR_MIN = 0.1;
  private static final double TARGET_MAX = 1_440;
  private static final int SEGMENTED_LEVEL = 2;

  public UrgencyRules {
    Ranges.within("factor of the lower half of C2", c2StandardFactor, STANDARD_FACTOR_MIN, 1);
    Ranges.within(
        "target in minutes of categories without a standard",
        noStandardTargetMinutes,
        latestTargetMinutes(),
        TARGET_MAX);
    nextChanceMinutes.requireWithin("next chance in minutes", 1, Urgency.DRIVE_MINUTES_MAX);
    nextChanceMinutes.requireFalling("next chance in minutes");
    for (int level = 1; level < Ranges.LEVEL_LEAST_URGENT; level++) {
      double factor = level == SEGMENTED_LEVEL ? c2StandardFactor : 1;
      requireNotBelow("before target", level, factor, rates.beforeTargetPerMinute());
      requireNotBelow("past target", level, factor, rates.pastTargetPerMinute());
      requireNotBelow("at full age", level, factor, aged(rates, ageing));
    }
    requireFreshLevel1First(rates, aged(rates, ageing), rural);
  }

  /** The target in minutes since the clock start; where there is no standard, the area's own. */
  public double targetMinutes(Category category) {
    return ResponsePlan.target(category).map(UrgencyRules::minutes).orElse(noStandardTargetMinutes);
  }

  private static double latestTargetMinutes() {
    double latest = 0;
    for (Category category : Category.values()) {
      latest =
          StrictMath.max(
              latest, ResponsePlan.target(category).map(UrgencyRules::minutes).orElse(0.0));
    }
    return latest;
  }

  private static double minutes(Duration duration) {
    return duration.toMillis() / 60_000.0;
  }

  private static ByLevel aged(LevelRates rates, AgeingRules ageing) {
    ByLevel rate = rates.pastTargetPerMinute();
    ByLevel factor = ageing.factorMax();
    return new ByLevel(
        rate.level1() * factor.level1(),
        rate.level2() * factor.level2(),
        rate.level3() * factor.level3(),
        rate.level4() * factor.level4(),
        rate.level5() * factor.level5());
  }

  private static void requireNotBelow(String when, int level, double factor, ByLevel rates) {
    if (factor * rates.of(level) < rates.of(level + 1)) {
      throw new IllegalArgumentException(
          "The rate %s of level %d (%s) must not be below that of level %d (%s)."
              .formatted(when, level, factor * rates.of(level), level + 1, rates.of(level + 1)));
    }
  }

  private static void requireFreshLevel1First(LevelRates rates, ByLevel aged, RuralRules rural) {
    double fresh = rates.beforeTargetPerMinute().level1();
    for (int level = 2; level <= Ranges.LEVEL_LEAST_URGENT; level++) {
      double oldest = aged.of(level) * (1 + rural.extraMax());
      if (oldest > fresh) {
        throw new IllegalArgumentException(
            "The rate of level %d, old and remote (%s), must not be above that of a fresh level 1 (%s)."
                .formatted(level, oldest, fresh));
      }
    }
  }
}
