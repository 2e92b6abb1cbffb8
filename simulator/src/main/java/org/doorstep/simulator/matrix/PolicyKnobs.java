package org.doorstep.simulator.matrix;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.dispatch.policy.cover.CoverLaw;
import org.doorstep.dispatch.policy.cover.CoverPolicy;
import org.doorstep.dispatch.policy.cover.CoverRules;
import org.doorstep.dispatch.policy.cover.Layer;
import org.doorstep.dispatch.policy.cover.MoveLimits;
import org.doorstep.dispatch.policy.cover.Prices;

/** The numbers of a policy that are searched for; what it is otherwise stays. */
final class PolicyKnobs {
  private static final int HORIZON = 0;
  private static final int NEAR_WEIGHT = 1;
  private static final int TAKEN = 2;
  private static final int EXPOSURE = 3;
  private static final int EXCHANGE = 4;
  private static final int MOVE = 5;
  private static final int MOVE_MINUTE = 6;
  private static final int POST_MINUTE = 7;
  private static final int DRIVE_MAX = 8;
  private static final int COUNT = 9;

  private PolicyKnobs() {}

  /** The numbers of a policy. */
  static double[] of(CoverPolicy policy) {
    CoverRules rules = policy.rules();
    double[] knobs = new double[COUNT];
    knobs[HORIZON] = rules.law().horizonMillis();
    List<Layer> layers = rules.law().layers();
    knobs[NEAR_WEIGHT] = layers.size() > 1 ? layers.get(1).weight() : 0;
    knobs[TAKEN] = policy.takenFactor();
    knobs[EXPOSURE] = policy.exposureMinutes();
    knobs[EXCHANGE] = rules.prices().exchange();
    knobs[MOVE] = rules.prices().move();
    knobs[MOVE_MINUTE] = rules.prices().moveMinute();
    knobs[POST_MINUTE] = rules.prices().postMinute();
    knobs[DRIVE_MAX] = rules.limits().driveMillisMax();
    return knobs;
  }

  /** A policy with other numbers. */
  static CoverPolicy set(CoverPolicy policy, double[] knobs) {
    CoverRules rules = policy.rules();
    CoverLaw law = rules.law();
    List<Layer> layers = new ArrayList<>(law.layers());
    if (layers.size() > 1) {
      layers.set(1, new Layer(layers.get(1).reach(), knobs[NEAR_WEIGHT]));
    }
    Prices prices =
        new Prices(
            rules.prices().minute(),
            rules.prices().cover(),
            knobs[EXCHANGE],
            knobs[MOVE],
            knobs[MOVE_MINUTE],
            knobs[POST_MINUTE]);
    MoveLimits limits =
        new MoveLimits(
            (int) knobs[DRIVE_MAX], rules.limits().inARowMax(), rules.limits().diversionsMax());
    return new CoverPolicy(
        new CoverRules(new CoverLaw((int) knobs[HORIZON], law.busyShare(), layers), prices, limits),
        knobs[TAKEN],
        knobs[EXPOSURE],
        policy.ordersPerUnitHour(),
        policy.onTheWay());
  }
}
