package org.doorstep.simulator.matrix;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.dispatch.policy.cover.ExpectedCover;

/**
 * Where the units of a fleet have their bases: as published for its size; for other sizes by one
 * rule for all. One unit after the other gets the base where it adds most to the expected cover of
 * the whole fleet, at a busy share of one half; ties go to the first base. The order of units is
 * then that of bases.
 */
final class FleetBases {
  private static final double BUSY_SHARE = 0.5;

  private FleetBases() {}

  /** The node of each unit's base. */
  static List<Integer> of(MatrixGround ground, int units) {
    return ground.trace().findFleet(units).orElseGet(() -> greedy(ground, units));
  }

  private static List<Integer> greedy(MatrixGround ground, int units) {
    ExpectedCover cover = new ExpectedCover(ground.table(), ground.demand(), BUSY_SHARE, units);
    int[] count = new int[ground.bases()];
    for (int unit = 0; unit < units; unit++) {
      int best = 0;
      for (int base = 1; base < ground.bases(); base++) {
        if (cover.gain(ground.baseNode(base), 1) > cover.gain(ground.baseNode(best), 1)) {
          best = base;
        }
      }
      cover.put(unit, ground.baseNode(best), 1);
      count[best]++;
    }
    List<Integer> bases = new ArrayList<>();
    for (int base = 0; base < ground.bases(); base++) {
      for (int unit = 0; unit < count[base]; unit++) {
        bases.add(ground.baseNode(base));
      }
    }
    return bases;
  }
}
