package org.doorstep.dispatch.policy.urgency;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.Category;

/**
 * What an arrival costs for each kind of incident under an area's rules, in <em>weighted
 * minutes</em>: one is a minute of a patient of level 3 who is still within target, under the
 * default rules.
 *
 * <p>Promised whatever the rules say, because {@link UrgencyRules} refuses others: a longer drive
 * never costs less; at equal times and places a more urgent level never costs less; one more minute
 * of a fresh level 1 weighs at least as much as one of any other level; no cost is above {@link
 * #COST_MAX}. Immutable.
 */
public final class Urgency {
  /** A longer wait counts as this: a day. */
  public static final double WAITED_MINUTES_MAX = 1_440;

  /** A longer drive counts as this. */
  public static final double DRIVE_MINUTES_MAX = 240;

  /** No cost is above it: the largest rate, age and place for the longest time. */
  public static final double COST_MAX = 4e7;

  private final Map<Category, UrgencyCurve> curves = new EnumMap<>(Category.class);
  private final UrgencyCurve c2Standard;
  private final RuralRules rural;

  private Urgency(UrgencyRules rules) {
    for (Category category : Category.values()) {
      curves.put(
          category, new UrgencyCurve(category.level(), rules.targetMinutes(category), 1, rules));
    }
    c2Standard =
        new UrgencyCurve(
            Category.C2.level(), rules.targetMinutes(Category.C2), rules.c2StandardFactor(), rules);
    rural = rules.rural();
  }

  /** The costs under these rules. */
  public static Urgency of(UrgencyRules rules) {
    return new Urgency(rules);
  }

  /**
   * The curve of a kind of incident; who fills a table asks once for each incident.
   *
   * @param segment looked at for C2 only, so that one left over from before an upgrade does no harm
   */
  public UrgencyCurve curve(Category category, Optional<C2Segment> segment) {
    boolean lower =
        category == Category.C2 && segment.isPresent() && segment.get() == C2Segment.STANDARD;
    UrgencyCurve curve = lower ? c2Standard : curves.get(category);
    if (curve == null) {
      throw new IllegalStateException("The category (%s) has no curve.".formatted(category));
    }
    return curve;
  }

  /** The cost of arriving after that drive; see {@link UrgencyCurve#arrivalCost}. */
  public double arrivalCost(
      Category category,
      Optional<C2Segment> segment,
      double waitedMinutes,
      double driveMinutes,
      double ruralExtra) {
    return curve(category, segment).arrivalCost(waitedMinutes, driveMinutes, ruralExtra);
  }

  /** The cost of sending nobody now; see {@link UrgencyCurve#waitCost}. */
  public double waitCost(
      Category category, Optional<C2Segment> segment, double waitedMinutes, double ruralExtra) {
    return curve(category, segment).waitCost(waitedMinutes, ruralExtra);
  }

  /** What the remoteness of a place adds to the weight of its minutes; 0 to 1. */
  public double ruralExtra(double baseDriveMinutes) {
    return rural.extra(baseDriveMinutes);
  }
}
