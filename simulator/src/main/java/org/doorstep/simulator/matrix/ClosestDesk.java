package org.doorstep.simulator.matrix;

import java.util.List;

/**
 * Sends the closest free unit, the first among equals, and each home to its own base: what every
 * open dispatch system does.
 */
public final class ClosestDesk implements MatrixDesk {
  private static final int NONE = -1;

  private final int[] home;

  /** A desk whose units have these bases, by node. */
  public ClosestDesk(MatrixGround ground, List<Integer> bases) {
    home = bases.stream().mapToInt(each -> baseAt(ground, each)).toArray();
  }

  private static int baseAt(MatrixGround ground, int node) {
    for (int base = 0; base < ground.bases(); base++) {
      if (ground.baseNode(base) == node) {
        return base;
      }
    }
    throw new IllegalArgumentException("There is no base at the node (%d).".formatted(node));
  }

  @Override
  public void called(MatrixWorld world, int call) {
    int closest = closest(world, call);
    if (closest == NONE) {
      world.keepWaiting(call);
    } else {
      world.send(closest, call);
    }
  }

  @Override
  public void freed(MatrixWorld world, int unit) {
    world.drive(unit, home[unit]);
  }

  static int closest(MatrixWorld world, int call) {
    int closest = NONE;
    int least = Integer.MAX_VALUE;
    for (int unit = 0; unit < world.units(); unit++) {
      if (world.stage(unit) == Stage.FREE) {
        int drive = world.ground().drives().millis(world.node(unit), world.calls().node(call));
        if (drive < least) {
          least = drive;
          closest = unit;
        }
      }
    }
    return closest;
  }
}
