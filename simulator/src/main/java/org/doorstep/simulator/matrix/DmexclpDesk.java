package org.doorstep.simulator.matrix;

import java.util.List;
import org.doorstep.dispatch.policy.cover.ExpectedCover;

/**
 * The published policies that count free units only: a unit that becomes free drives to the base
 * that covers most [1]; and the unit that is sent is, of those in time, the one whose zones are
 * best covered without it [2].
 *
 * <p>[1] Jagtenberg, Bhulai, van der Mei: An Efficient Heuristic for Real-Time Ambulance
 * Redeployment. Operations Research for Health Care 2015. [2] The same: Dynamic Ambulance
 * Dispatching. Health Care Management Science 2017.
 */
final class DmexclpDesk implements MatrixDesk {
  private static final double BUSY_SHARE = 0.3;

  private final ClosestDesk closest;
  private final boolean dispatches;
  private final boolean relocates;
  private final ExpectedCover cover;

  /** A desk that does the one, the other or both. */
  DmexclpDesk(MatrixGround ground, List<Integer> bases, boolean dispatches, boolean relocates) {
    closest = new ClosestDesk(ground, bases);
    this.dispatches = dispatches;
    this.relocates = relocates;
    cover = new ExpectedCover(ground.table(), ground.demand(), BUSY_SHARE, bases.size());
  }

  @Override
  public void called(MatrixWorld world, int call) {
    int chosen = dispatches ? leastMissed(world, call) : ClosestDesk.closest(world, call);
    if (chosen < 0) {
      closest.called(world, call);
    } else {
      world.send(chosen, call);
    }
  }

  /** Of those in time; less than 0 if there is none. */
  private int leastMissed(MatrixWorld world, int call) {
    count(world, -1);
    int chosen = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int unit = 0; unit < world.units(); unit++) {
      if (world.stage(unit) == Stage.FREE) {
        int drive = world.ground().drives().millis(world.node(unit), world.calls().node(call));
        double loss = cover.loss(unit);
        if (drive <= MatrixGround.TARGET_MILLIS && loss < least) {
          least = loss;
          chosen = unit;
        }
      }
    }
    return chosen;
  }

  @Override
  public void freed(MatrixWorld world, int unit) {
    if (!relocates) {
      closest.freed(world, unit);
      return;
    }
    count(world, unit);
    int chosen = 0;
    double most = -1;
    for (int base = 0; base < world.ground().bases(); base++) {
      double gain = cover.gain(world.ground().baseNode(base), 1);
      if (gain > most) {
        most = gain;
        chosen = base;
      }
    }
    world.drive(unit, chosen);
  }

  private void count(MatrixWorld world, int but) {
    cover.clear();
    for (int unit = 0; unit < world.units(); unit++) {
      if (unit != but && world.stage(unit) == Stage.FREE) {
        cover.put(unit, world.destination(unit), 1);
      }
    }
  }
}
