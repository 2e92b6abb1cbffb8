package org.doorstep.simulator.matrix;

import org.doorstep.dispatch.policy.cover.CoverLaw;
import org.doorstep.dispatch.policy.cover.CoverPolicy;
import org.doorstep.dispatch.policy.cover.ExpectedCover;
import org.doorstep.dispatch.policy.cover.PostDrives;

/**
 * A matrix world as cover sees it: who will be free where at the horizon, and who can drive where.
 * Holds what was seen at the last look. One thread.
 */
final class CoverView implements PostDrives {
  /** Nobody is left out. */
  static final int NOBODY = -1;

  /** Who is less sure to be free in time is not counted. */
  private static final double CHANCE_MIN = 0.01;

  private static final double MILLIS_PER_MINUTE = 60_000;

  private final MatrixGround ground;
  private final CoverPolicy policy;
  private final double horizonMinutes;
  private final ExpectedCover cover;
  private final double[] chances;
  private final int[] nodeNow;
  private final int[] calmMillis;
  private final int[] placeAhead;
  private MatrixCalls calls = new MatrixCalls(0);

  CoverView(MatrixGround ground, int units, CoverPolicy policy) {
    this.ground = ground;
    this.policy = policy;
    CoverLaw law = policy.rules().law();
    horizonMinutes = law.horizonMillis() / MILLIS_PER_MINUTE;
    cover =
        new ExpectedCover(
            ground.table().under(law.layers()), ground.demand(), law.busyShare(), units);
    chances = new double[units];
    nodeNow = new int[units];
    int nodes = ground.table().places();
    calmMillis = new int[nodes * ground.bases()];
    placeAhead = new int[nodes * ground.bases()];
    for (int node = 0; node < nodes; node++) {
      for (int base = 0; base < ground.bases(); base++) {
        int at = node * ground.bases() + base;
        double minutes = ground.calmMinutes(node, ground.baseNode(base));
        calmMillis[at] = (int) millis(minutes);
        placeAhead[at] = ahead(node, ground.baseNode(base), minutes);
      }
    }
  }

  private int ahead(int node, int to, double minutes) {
    return policy.onTheWay() && minutes > horizonMinutes
        ? ground.onTheWay(node, to, horizonMinutes / minutes)
        : to;
  }

  /** Minutes in whole milliseconds. */
  static long millis(double minutes) {
    return StrictMath.round(minutes * MILLIS_PER_MINUTE);
  }

  /**
   * Looks at a world.
   *
   * @param but a unit that is not counted, or {@link #NOBODY}
   */
  ExpectedCover look(MatrixWorld world, double callsPerMinute, int but) {
    calls = world.calls();
    double free = 0;
    for (int unit = 0; unit < world.units(); unit++) {
      nodeNow[unit] = world.node(unit);
      chances[unit] = chance(world, unit);
      free += chances[unit];
    }
    cover.clear(ground.demand(), policy.busyShare(callsPerMinute, free));
    for (int unit = 0; unit < world.units(); unit++) {
      if (unit != but && chances[unit] >= CHANCE_MIN) {
        cover.put(unit, placeOf(world, unit), chances[unit]);
      }
    }
    return cover;
  }

  /** Counts a free unit that has been given another way since the last look. */
  void count(MatrixWorld world, int unit) {
    if (cover.counts(unit)) {
      cover.take(unit);
    }
    cover.put(unit, placeOf(world, unit), 1);
  }

  private int placeOf(MatrixWorld world, int unit) {
    return world.stage(unit) == Stage.FREE && policy.onTheWay()
        ? world.nodeAt(unit, world.now() + horizonMinutes)
        : world.destination(unit);
  }

  /** Crews say when they reach, leave and hand over; whether they will convey, only on leaving. */
  private double chance(MatrixWorld world, int unit) {
    double stays = 1 - ground.laws().hospitalShare();
    double sinceEnd = world.now() - world.eventAt(unit);
    double sinceStart = world.now() - world.leftAt(unit);
    return switch (world.stage(unit)) {
      case FREE -> 1;
      case TO_CALL -> stays * ground.onScene().within(sinceEnd, horizonMinutes);
      case AT_SCENE -> stays * ground.onScene().within(sinceStart, horizonMinutes);
      case TO_HOSPITAL -> ground.dropOff().within(sinceEnd, horizonMinutes);
      case AT_HOSPITAL -> ground.dropOff().within(sinceStart, horizonMinutes);
    };
  }

  @Override
  public int posts() {
    return ground.bases();
  }

  @Override
  public int driveMillis(int unit, int post) {
    return calmMillis[nodeNow[unit] * ground.bases() + post];
  }

  @Override
  public int placeAhead(int unit, int post) {
    return placeAhead[nodeNow[unit] * ground.bases() + post];
  }

  /** The drive to a call with siren. */
  int sirenMillis(int unit, int call) {
    return ground.drives().millis(nodeNow[unit], calls.node(call));
  }
}
