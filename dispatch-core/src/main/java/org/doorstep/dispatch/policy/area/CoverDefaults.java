package org.doorstep.dispatch.policy.area;

import java.util.List;
import org.doorstep.dispatch.policy.cover.CoverLaw;
import org.doorstep.dispatch.policy.cover.CoverPolicy;
import org.doorstep.dispatch.policy.cover.CoverRules;
import org.doorstep.dispatch.policy.cover.Layer;
import org.doorstep.dispatch.policy.cover.Reach;

/**
 * How cover is counted where calls are of several categories: a zone is covered by a unit that
 * could be with a life-threatening call in about eight minutes, and, for less, by one that could be
 * with an emergency in about eighteen. Engineering defaults; the numbers that are not of reach are
 * those that were found on the ground of Utrecht.
 */
public final class CoverDefaults {
  private static final int HORIZON_MILLIS = 840_000;
  private static final double BUSY_SHARE = 0.2;
  private static final Layer LIFE_THREATENING = new Layer(new Reach(480_000, 90_000), 1);
  private static final Layer EMERGENCY = new Layer(new Reach(1_080_000, 120_000), 0.3);

  /** Few moves, reaches of the two most urgent categories. */
  public static final CoverPolicy CATEGORIES = categories();

  private CoverDefaults() {}

  private static CoverPolicy categories() {
    CoverPolicy few = CoverPolicy.FEW_MOVES;
    CoverRules rules =
        few.rules()
            .with(new CoverLaw(HORIZON_MILLIS, BUSY_SHARE, List.of(LIFE_THREATENING, EMERGENCY)));
    return new CoverPolicy(
        rules, few.takenFactor(), few.exposureMinutes(), few.ordersPerUnitHour(), few.onTheWay());
  }
}
